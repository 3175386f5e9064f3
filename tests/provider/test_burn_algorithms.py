"""`pantau:burnindex` and `pantau:burnthreshold` as the toolbox and the modeler run them."""

import os

import numpy as np
import processing
import pytest
from qgis.core import (
    QgsFeature,
    QgsGeometry,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProject,
    QgsRasterLayer,
    QgsVectorLayer,
)
from scenes import read, write


@pytest.fixture
def pair(tmp_path):
    """10 % of the land lost 6 dB, the rest nothing; 100 x 100 pixels of 10 m, 100 ha."""
    pre = np.full((100, 100), 0.04, np.float32)
    post = pre.copy()
    post[:10] = 0.01
    return {"PRE": write(tmp_path / "pre.tif", pre), "POST": write(tmp_path / "post.tif", post)}


@pytest.fixture
def area():
    layer = QgsVectorLayer("Polygon?crs=EPSG:32750", "area", "memory")
    feature = QgsFeature()
    feature.setGeometry(
        QgsGeometry.fromWkt("POLYGON((500000 9900000,501000 9900000,501000 9899800,500000 9899800,500000 9900000))")
    )
    layer.dataProvider().addFeature(feature)
    return layer


def run(name, loaded=None, **parameters):
    """The results, and the layers as they were loaded, by output."""
    context = QgsProcessingContext()
    project = QgsProject()
    context.setProject(project)
    if loaded is None:
        return processing.run(f"pantau:{name}", parameters, context=context)
    algorithm = QgsProcessingContext.LayerDetails
    for output in loaded:
        context.addLayerToLoadOnCompletion(parameters[output], algorithm(output, project, output))
    results = processing.run(f"pantau:{name}", parameters, context=context)
    for path, details in context.layersToLoadOnCompletion().items():
        layer = QgsRasterLayer(path, "plain")
        details.postProcessor().postProcessLayer(layer, context, QgsProcessingFeedback())
        loaded[details.outputName] = layer
    return results


def test_index_raster_report_and_numbers(provider, pair, tmp_path):
    files = {"OUTPUT": str(tmp_path / "rbr.tif"), "REPORT": str(tmp_path / "r.html")}
    result = run("burnindex", **pair, **files)
    assert set(result) == {one.name() for one in provider.algorithm("burnindex").outputDefinitions()}
    assert result["MEAN"] == pytest.approx(0.9 + 0.1 * 0.25)
    assert result["STD"] == pytest.approx(np.sqrt(0.1 * 0.9) * 0.75, rel=1e-6)
    assert (result["COUNT"], result["EMPTY_HA"]) == (10_000, 0)
    assert result["LOOKED_HA"] == pytest.approx(100, rel=2e-3)
    assert result["UNITS_FOUND"] == "pre: linear power; post: linear power"
    assert all(isinstance(value, (float, str)) for value in result.values())
    assert np.unique(read(files["OUTPUT"])).tolist() == [0.25, 1]
    text = (tmp_path / "r.html").read_text(encoding="utf-8")
    assert "flags 10.0" in text.replace("9.99", "10.0")
    assert "always find" in text


def test_numbers_alone_need_no_output(provider, pair):
    assert run("burnindex", **pair, INDEX="logrbr")["MEAN"] == pytest.approx(-0.60206, abs=1e-4)  # a tenth of 6.0206 dB
    db = run("burnindex", **pair, INDEX="rbd", RBD_SCALE="db")["MEAN"]
    assert db == pytest.approx(-0.60206, abs=1e-4)
    assert run("burnindex", **pair, INDEX="rbd")["MEAN"] == pytest.approx(-0.003, rel=1e-5)


def test_the_area_of_interest_limits_the_numbers(provider, pair, area):
    result = run("burnindex", **pair, AOI=area)
    assert (result["COUNT"], result["MEAN"]) == (2000, pytest.approx((1 + 0.25) / 2))


def test_two_polarisations(provider, pair, tmp_path):
    vv = [write(tmp_path / f"vv{n}.tif", np.full((100, 100), 0.2, np.float32)) for n in (0, 1)]
    out = str(tmp_path / "nrbr.tif")
    run("burnindex", **pair, INDEX="nrbr", CROSS_PRE=vv[0], CROSS_POST=vv[1], OUTPUT=out)
    assert np.unique(read(out)) == pytest.approx([-0.6, 0])  # (0.25 - 1) / (0.25 + 1)


def test_the_index_is_styled_about_no_change_and_named(provider, pair, tmp_path):
    for index, extra, name, middle, ends in (
        ("rbr", {}, "RBR: mean", 1, (0.25, 4)),
        ("logrbr", {}, "LogRBR (dB): mean", 0, (-6, 6)),
        ("rbd", {"RBD_SCALE": "db"}, "RBD (dB): mean", 0, (-6, 6)),
        ("rbd", {}, "RBD (linear): mean", 0, (-0.018, 0.018)),
    ):
        loaded = {"OUTPUT": None}
        run("burnindex", loaded, **pair, **extra, INDEX=index, OUTPUT=str(tmp_path / f"{index}{len(extra)}.tif"))
        layer = loaded["OUTPUT"]
        assert layer.name().startswith(name)
        ramp = layer.renderer().shader().rasterShaderFunction()
        items = ramp.colorRampItemList()
        assert (items[2].value, items[2].color.name()) == (middle, "#f7f7f7")
        assert (items[0].value, items[-1].value) == pytest.approx(ends)
        assert items[0].color.red() > items[0].color.blue()  # burned is red


def test_a_threshold_and_its_hectares(provider, pair, tmp_path):
    index = run("burnindex", **pair, OUTPUT=str(tmp_path / "rbr.tif"))["OUTPUT"]
    loaded = {"OUTPUT": None}
    files = {"OUTPUT": str(tmp_path / "burned.tif"), "REPORT": str(tmp_path / "b.html")}
    result = run("burnthreshold", loaded, INPUT=index, METHOD="otsu", MIN_AREA_HA=1, **files)
    assert set(result) == {one.name() for one in provider.algorithm("burnthreshold").outputDefinitions()}
    assert result["THRESHOLD"] == pytest.approx(0.5, abs=0.01)  # halfway in decibels
    assert result["AREA_HA"] == pytest.approx(10, rel=2e-3)
    assert (result["PERCENT"], result["FLAGGED_PERCENT"]) == (pytest.approx(10, rel=1e-3), pytest.approx(10, rel=1e-3))
    assert result["NO_FIRE_PERCENT"] == 0
    assert all(isinstance(value, (float, str)) for value in result.values())
    assert loaded["OUTPUT"].name() == f"Burned: {result['AREA_HA']:.2f} ha"
    shown = {one.value: one for one in loaded["OUTPUT"].renderer().classes()}
    assert (shown[0].color.alpha(), shown[1].color.name(), shown[1].label) == (0, "#b2182b", "burned")
    assert np.bincount(read(files["OUTPUT"]).ravel()).tolist() == [9000, 1000]
    assert "count as burned" in (tmp_path / "b.html").read_text(encoding="utf-8")


def test_fuel_and_direction(provider, pair, area, tmp_path):
    index = run("burnindex", **pair, INDEX="logrbr", OUTPUT=str(tmp_path / "i.tif"))["OUTPUT"]
    fuel = np.zeros((100, 100), np.uint8)
    fuel[5:] = 3
    mask = write(tmp_path / "fuel.tif", fuel)
    result = run("burnthreshold", INPUT=index, METHOD="value", VALUE=-1, FUEL_MASK=mask, AOI=area)
    assert (result["AREA_HA"], result["LOOKED_HA"]) == (pytest.approx(5, rel=2e-3), pytest.approx(15, rel=2e-3))
    above = run("burnthreshold", INPUT=index, METHOD="value", VALUE=-1, BURNED="above")
    assert above["PERCENT"] == pytest.approx(90, rel=1e-3)


@pytest.mark.parametrize(
    ("name", "values", "words"),
    [
        ("burnindex", {"INDEX": "nrbr"}, "INDEX is nrbr, and CROSS_PRE is empty"),
        ("burnindex", {"POST": "nowhere.tif"}, "nowhere.tif"),
        ("burnindex", {"OUTPUT": "PRE"}, "are the same file"),
        ("burnindex", {"BAND": 2}, "Band 2 does not exist in pre.tif"),
        ("burnindex", {"REPORT": "x.pdf"}, "x.pdf is no file name for REPORT"),
        ("burnthreshold", {"METHOD": "value"}, "METHOD is value, and VALUE is empty"),
        ("burnthreshold", {"VALUE": 1}, "VALUE is 1, and METHOD is mu_minus_sigma"),
        ("burnthreshold", {"FUEL_MASK": "nofuel.tif"}, "nofuel.tif"),
        ("burnthreshold", {"OUTPUT": "INPUT"}, "are the same file"),
    ],
)
def test_what_cannot_be_is_one_sentence(provider, pair, name, values, words):
    base = pair if name == "burnindex" else {"INPUT": pair["PRE"]}
    values = {key: base.get(value, value) for key, value in values.items()}
    with pytest.raises(QgsProcessingException, match=words):
        run(name, **{**base, **values})


def test_a_report_that_cannot_be_written_takes_the_raster_with_it(provider, pair, tmp_path):
    report = tmp_path / "r.html"
    report.mkdir()
    with pytest.raises(QgsProcessingException, match="r.html is a folder"):
        run("burnindex", **pair, OUTPUT=str(tmp_path / "rbr.tif"), REPORT=str(report))
    assert not os.path.exists(tmp_path / "rbr.tif")
