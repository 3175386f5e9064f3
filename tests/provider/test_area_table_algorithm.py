"""`pantau:areatable` as the toolbox and the modeler run it."""

import csv
import os
import re

import numpy as np
import processing
import pytest
from osgeo import gdal
from qgis.core import QgsFeature, QgsGeometry, QgsProcessingException, QgsVectorLayer
from scenes import write

CELL = 0.01 / 0.9996**2  # hectares of 10 m on UTM's central meridian
NUMBERS = {"TOTAL_HA", "ZONES_HA", "NODATA_HA", "OUTSIDE_HA", "DIFFERENCE_HA", "OVERLAP_HA", "GAP_HA", "ZONE_COUNT", "REPAIRED"}


FILES = {
    "OUTPUT": "o.gpkg", "WIDE": "w.csv", "CLOSURE": "c.gpkg", "FAULTS": "f.gpkg", "XLSX": "x.xlsx", "CSV": "t.csv", "REPORT": "r.html",
}  # fmt: skip


def run(**parameters):
    return processing.run("pantau:areatable", parameters)


@pytest.fixture
def classes(tmp_path):
    """10 x 10 pixels at the equator: class 3 in the western half, 9 in the eastern."""
    values = np.full((10, 10), 3, np.uint8)
    values[:, 5:] = 9
    return write(tmp_path / "classes.tif", values, 32650, (500_000, 10, 0, 100, 0, -10), 0)


def layer(fields, *zones):
    result = QgsVectorLayer("Polygon?crs=EPSG:32650&" + "&".join(f"field={name}:string" for name in fields), "desa", "memory")
    for names, (west, south, east, north) in zones:
        feature = QgsFeature(result.fields())
        corners = ((west, south), (east, south), (east, north), (west, north), (west, south))
        points = ",".join(f"{500_000 + 10 * x} {10 * y}" for x, y in corners)
        feature.setGeometry(QgsGeometry.fromWkt(f"POLYGON(({points}))"))
        feature.setAttributes(list(names))
        result.dataProvider().addFeature(feature)
    return result


@pytest.fixture
def zones():
    return layer(
        ("WADMKD", "WADMKC"), (("a", "K"), (0, 0, 2.5, 10)), (("b", "K"), (2.5, 0, 7.5, 10)), ((None, "L"), (7, 0, 10, 10)),
        ((None, None), (20, 0, 21, 1)),
    )  # fmt: skip


def test_every_output(provider, classes, zones, tmp_path):
    files = {key: str(tmp_path / name) for key, name in FILES.items()}
    result = run(CLASSES=classes, ZONES=zones, NUMBERS="id", TITLE="=Luas", SOURCE="BIG", **files)
    assert set(result) == {one.name() for one in provider.algorithm("areatable").outputDefinitions()} == NUMBERS | set(FILES)
    table = QgsVectorLayer(files["OUTPUT"], "o", "ogr")
    assert [field.name() for field in table.fields()][1:] == [
        "WADMKC", "WADMKD", "class", "class_name", "area_ha", "percent", "zone_area_ha",
    ]  # fmt: skip
    rows = {(row["WADMKC"], row["WADMKD"], row["class"]): row["area_ha"] / CELL for row in table.getFeatures()}
    assert rows == {
        ("K", "a", 3): pytest.approx(25, rel=1e-2), ("K", "b", 3): pytest.approx(25, rel=1e-2),
        ("K", "b", 9): pytest.approx(25, rel=1e-2), ("L", "#3", 9): pytest.approx(30, rel=1e-2),
    }  # fmt: skip
    assert result["TOTAL_HA"] / CELL == pytest.approx(105, rel=1e-6)
    assert result["OVERLAP_HA"] / CELL == pytest.approx(5, rel=1e-5)
    assert result["OUTSIDE_HA"] / CELL == pytest.approx(1, rel=1e-4)
    assert (result["ZONE_COUNT"], result["REPAIRED"]) == (4, 0)
    with open(files["WIDE"], encoding="utf-8") as file:
        wide = list(csv.reader(file))
    assert wide[0] == ["WADMKC", "WADMKD", "class 3", "class 9", "nodata_ha", "outside_ha", "zone_area_ha"]
    assert wide[4][:2] == ["-", "#4"]
    closure = QgsVectorLayer(files["CLOSURE"], "c", "ogr")
    assert all(abs(row["difference_ha"]) < 1e-4 for row in closure.getFeatures())
    (fault,) = QgsVectorLayer(files["FAULTS"], "f", "ogr").getFeatures()
    assert (fault["kind"], fault["zones"]) == ("overlap", "K / b + L / #3")
    with open(files["CSV"], encoding="utf-8-sig") as file:
        first = file.read().splitlines()[:2]
    assert first[0].startswith("Kecamatan;Desa/kelurahan;")
    assert "0,25" in first[1]
    sheets = gdal.OpenEx(files["XLSX"])
    assert sheets.GetLayerCount() == 4  # two levels, closure, overlaps
    with open(files["REPORT"], encoding="utf-8") as file:
        page = file.read()
    assert "=Luas" in page
    assert "BIG" in page
    assert "0,30" in page  # b: class 9 has 0.25 ha, L 0.30 ha
    assert not re.search(r">\d+\.\d\d<", page)


def test_the_map_alone_and_numbers_alone(provider, classes):
    result = run(CLASSES=classes, OUTPUT="TEMPORARY_OUTPUT")
    rows = [row.attributes() for row in result["OUTPUT"].getFeatures()]
    assert [row[1] for row in rows] == [3, 9]
    assert [row[4] for row in rows] == [50, 50]
    assert run(CLASSES=classes)["TOTAL_HA"] / CELL == pytest.approx(100, rel=1e-6)


def test_zones_of_other_names_and_of_none(provider, classes):
    odd = layer(("class", "AREA_HA"), (("x", "y"), (0, 0, 5, 10)))
    result = run(CLASSES=classes, ZONES=odd, ZONE_FIELDS="class,AREA_HA", OUTPUT="TEMPORARY_OUTPUT", WIDE="TEMPORARY_OUTPUT")
    assert [field.name() for field in result["OUTPUT"].fields()][:3] == ["zone_class", "zone_AREA_HA", "class"]
    bare = layer(("what",), (("x",), (0, 0, 5, 10)), (("x",), (5, 0, 10, 10)))
    rows = run(CLASSES=classes, ZONES=bare, OUTPUT="TEMPORARY_OUTPUT")["OUTPUT"].getFeatures()
    assert {row.attributes()[0] for row in rows} == {"#1", "#2"}


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"ZONE_FIELDS": "nama"}, "there are no zones"),
        ({"CLOSURE": "TEMPORARY_OUTPUT"}, "CLOSURE is asked for, and there are no zones"),
        ({"ZONES": "zones", "ZONE_FIELDS": "nama"}, "desa has no field nama"),
        ({"CLASSES": "/nowhere.tif"}, "nowhere"),
        ({"OUTPUT": "/nowhere/a.csv"}, "does not exist"),
        ({"XLSX": "a.txt"}, ".xlsx"),
        ({"ZONES": "far"}, "No zone of desa lies over"),
    ],
)
def test_bad_parameters_get_one_sentence(provider, classes, zones, tmp_path, values, words):
    kinds = {"zones": zones, "far": layer(("n",), (("x",), (900, 900, 901, 901)))}
    values = {name: kinds.get(value, value) for name, value in values.items()}
    if "XLSX" in values:
        values["XLSX"] = str(tmp_path / values["XLSX"])
    with pytest.raises(QgsProcessingException) as error:
        run(**{"CLASSES": classes, **values})
    assert words in str(error.value)


def test_what_exists_stays_where_a_run_fails(provider, classes, zones, tmp_path):
    report = tmp_path / "r.html"
    report.write_text("old")
    out = tmp_path / "o.csv"
    out.write_text("old")
    far = layer(("n",), (("x",), (900, 900, 901, 901)))
    with pytest.raises(QgsProcessingException):
        run(CLASSES=classes, ZONES=far, OUTPUT=str(out), REPORT=str(report))
    assert (report.read_text(), out.read_text()) == ("old", "old")
    assert sorted(one.name for one in tmp_path.iterdir()) == ["classes.tif", "o.csv", "r.html"]


def test_what_exists_stays_where_the_last_writer_fails(provider, classes, zones, tmp_path, monkeypatch):
    from pantau.plugin.engine.errors import PantauError
    from pantau.processing_provider import area_table as module

    files = {key: str(tmp_path / name) for key, name in FILES.items()}
    run(CLASSES=classes, ZONES=zones, **files)
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}

    def full(path, text):
        assert path == files["REPORT"]
        assert os.path.exists(files["CSV"])
        raise PantauError("the disk is full")

    monkeypatch.setattr(module, "write_text", full)
    one = layer(("n",), (("x",), (0, 0, 5, 10)))
    with pytest.raises(QgsProcessingException, match="the disk is full"):
        run(CLASSES=classes, ZONES=one, **files)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before


def test_classes_that_share_a_name_have_columns_of_their_own(provider, tmp_path):
    """Three classes: two of one name but for capitals, one called as a column that is there anyway."""
    from pantau.plugin.engine.raster.legend import Legend, LegendEntry
    from pantau.plugin.engine.raster.outputs import RasterOutput
    from pantau.plugin.engine.raster.source import RasterSource

    values = np.repeat(np.array([1, 2, 3], np.uint8), 5)[None, None].repeat(10, axis=2)
    plain, path = write(tmp_path / "plain.tif", values, 32650, (500_000, 10, 0, 100, 0, -10)), str(tmp_path / "c.tif")
    names = ("Forest", "forest", "nodata_ha")
    legend = Legend(tuple(LegendEntry(code, name, name, "#00FF00") for code, name in enumerate(names, 1)))
    output = RasterOutput(path, RasterSource(str(plain)).grid, np.uint8, 1, None, legend=legend)
    output.write(0, 0, values)
    output.close()
    os.replace(output._part, path)
    table = run(CLASSES=path, WIDE="TEMPORARY_OUTPUT")["WIDE"]
    assert [field.name() for field in table.fields()] == [
        "zone", "Forest", "forest (2)", "nodata_ha (3)", "nodata_ha", "outside_ha", "zone_area_ha",
    ]  # fmt: skip
    (row,) = table.getFeatures()
    assert len(set(row.attributes()[1:4])) == 1
    assert row.attributes()[4:6] == [0, 0]


def test_what_a_careful_officer_is_warned_of(provider, classes, tmp_path):
    fields = ("WADMKC", "WADMKD")
    zones = layer(
        fields, (("K", "a"), (0, 0, 2, 10)), (("L", "a"), (2, 0, 4, 10)), (("K", None), (4, 0, 5, 10)), (("K", ""), (5, 0, 6, 10))
    )
    bare = QgsFeature(zones.fields())
    bare.setAttributes(["K", "no ground"])
    zones.dataProvider().addFeature(bare)
    rows = run(CLASSES=classes, ZONES=zones, OUTPUT="TEMPORARY_OUTPUT")["OUTPUT"].getFeatures()
    assert {row["WADMKD"] for row in rows} == {"a", "#3", "#4"}
    report = tmp_path / "r.html"
    run(CLASSES=classes, ZONES=zones, ZONE_FIELDS="WADMKD", REPORT=str(report))
    page = report.read_text(encoding="utf-8")
    assert "which are left out: 1 (no ground)" in page
    assert "without a name, each a zone of its own: 2 (#3, #4)" in page
    assert "Zones of one name in several of WADMKC are one zone here (a)" in page
    odd = np.full((10, 10), -9999, np.int32)
    odd[0] = 4
    run(CLASSES=write(tmp_path / "odd.tif", odd, 32650, (500_000, 10, 0, 100, 0, -10)), REPORT=str(report))
    assert "holds -9999 on 0.90 ha, a code without a name" in report.read_text(encoding="utf-8")
