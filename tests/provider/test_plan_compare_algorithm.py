"""`pantau:plancompare` as the toolbox and the modeler run it."""

import shutil

import processing
import pytest
from qgis.core import (
    NULL,
    QgsFeature,
    QgsField,
    QgsGeometry,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingOutputLayerDefinition,
    QgsProject,
    QgsVectorFileWriter,
    QgsVectorLayer,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QVariant
from rectangles import box, near

FILES = {"OUTPUT": "t.gpkg", "CHANGES": "c.gpkg", "REPORT": "r.html"}


def run(feedback=None, **parameters):
    return processing.run("pantau:plancompare", parameters, feedback=feedback)


def drawn(name, fields, *rows, crs="EPSG:6933"):
    """A layer of (rectangle, values); text fields."""
    layer = QgsVectorLayer(f"Polygon?crs={crs}", name, "memory")
    layer.dataProvider().addAttributes([QgsField(field, QVariant.String) for field in fields])
    layer.updateFields()
    for sides, *values in rows:
        feature = QgsFeature(layer.fields())
        feature.setGeometry(QgsGeometry.fromWkt(f"POLYGON({box(*sides)})"))
        feature.setAttributes(values)
        layer.dataProvider().addFeature(feature)
    return layer


@pytest.fixture
def layers():
    """20 x 10 ha: forest gives 30 ha to fields and 10 to a zone without a name; 5 ha of town are new, in no kecamatan."""
    old = drawn("in force", ["REMARK", "NAMOBJ"], ((0, 0, 10, 10), "x", "Hutan"), ((10, 0, 20, 10), "y", "Sawah"))
    new = drawn("revised", ["REMARK", "namobj"], ((0, 0, 6, 10), "x", "hutan"), ((6, 0, 9, 10), "x", "Sawah"), ((9, 0, 10, 10), "x", None),
                ((10, 0, 20, 10), "y", "SAWAH"), ((20, 0, 20.5, 10), "z", "Kota"))  # fmt: skip
    units = drawn("units", ["WADMKD", "WADMKC"], ((0, 0, 20, 5), "a", "South"), ((0, 5, 20, 10), "b", "North"))
    return {"PLAN_OLD": old, "PLAN_NEW": new, "ADMIN": units}


def test_numbers_alone_need_no_output(provider, layers):
    result = run(**layers)
    assert result == {
        "CHANGED_HA": near(40), "UNCHANGED_HA": near(160), "CHANGED_PERCENT": near(20), "ONLY_OLD_HA": 0, "ONLY_NEW_HA": near(5),
        "OVERLAP_OLD_HA": 0, "OVERLAP_NEW_HA": 0, "NO_ADMIN_HA": near(5), "NARROW_HA": 0, "REPAIRED": 0,
    }  # fmt: skip
    assert all(type(value) is float for value in result.values())
    assert run(PLAN_OLD=layers["PLAN_OLD"], PLAN_NEW=layers["PLAN_NEW"])["NO_ADMIN_HA"] == 0


def test_table_polygons_and_report(provider, layers, tmp_path):
    result = run(**layers, **{name: str(tmp_path / file) for name, file in FILES.items()})
    assert set(result) == {one.name() for one in provider.algorithm("plancompare").outputDefinitions()}
    table = QgsVectorLayer(result["OUTPUT"], "t", "ogr")
    assert not table.isSpatial()
    assert [feature.attributes()[1:4] for feature in table.getFeatures()] == [
        [unit, *pair]
        for unit in ("North", "South")
        for pair in (("Hutan", "(no name)"), ("Hutan", "Hutan"), ("Hutan", "Sawah"), ("Sawah", "Sawah"))
    ] + [[NULL, NULL, "Kota"]]
    assert [feature["area_ha"] for feature in table.getFeatures()] == [5, 30, 15, 50, 5, 30, 15, 50, 5]
    changes = QgsVectorLayer(result["CHANGES"], "c", "ogr")
    assert changes.crs().authid() == "EPSG:6933"
    rows = [feature.attributes()[1:6] for feature in changes.getFeatures()]
    assert [row[0] for row in rows] == [1, 2, 3, 4]
    assert sorted(row[1:] for row in rows[:2]) == [["North", "Hutan", "Sawah", 15], ["South", "Hutan", "Sawah", 15]]
    assert sorted(row[1:] for row in rows[2:]) == [["North", "Hutan", "(no name)", 5], ["South", "Hutan", "(no name)", 5]]
    assert [feature.geometry().area() for feature in changes.getFeatures()] == pytest.approx([150_000, 150_000, 50_000, 50_000])
    assert "40.00 ha (20.00 %) changed zone" in (tmp_path / "r.html").read_text(encoding="utf-8")


def test_fields_that_are_taken_and_fields_that_are_given(provider, layers):
    class Log(QgsProcessingFeedback):
        def pushInfo(self, text):  # noqa: N802
            lines.append(text)

    lines = []
    run(Log(), **layers)
    for name, field in (("OLD_FIELD", "NAMOBJ"), ("NEW_FIELD", "namobj"), ("ADMIN_FIELD", "WADMKC")):
        assert f"{name} is empty: {field} was taken." in lines
    lines.clear()
    result = run(Log(), **layers, OLD_FIELD="REMARK", NEW_FIELD="REMARK", ADMIN_FIELD="WADMKD", OUTPUT="TEMPORARY_OUTPUT")
    assert result["CHANGED_HA"] == 0  # x stayed x, y stayed y
    assert {feature["admin"] for feature in result["OUTPUT"].getFeatures()} == {"a", "b", NULL}
    assert not any("was taken" in line for line in lines)
    other = drawn("other", ["anything"], ((0, 0, 10, 10), "Hutan"))
    assert run(PLAN_OLD=other, PLAN_NEW=layers["PLAN_NEW"])["CHANGED_HA"] == near(40)  # the first field of text


def test_the_same_kind_of_name_is_taken_of_both_plans(provider, tmp_path):
    class Log(QgsProcessingFeedback):
        def pushInfo(self, text):  # noqa: N802
            lines.append(text)

    lines = []
    whole, half = (0, 0, 10, 10), (0, 0, 5, 10)
    both = drawn("both", ["NAMOBJ", "KODKWS"], (whole, "Hutan Lindung", "HL"))
    named = drawn("named", ["NAMOBJ"], (whole, "hutan lindung"))
    coded = drawn("coded", ["KODKWS", "ZONA"], (half, "HL", "x"), ((5, 0, 10, 10), "PK", "y"))
    for old, new, fields, changed in (
        (both, named, ("NAMOBJ", "NAMOBJ"), 0), (named, both, ("NAMOBJ", "NAMOBJ"), 0), (both, coded, ("KODKWS", "KODKWS"), 50),
    ):  # fmt: skip
        lines.clear()
        assert run(Log(), PLAN_OLD=old, PLAN_NEW=new)["CHANGED_HA"] == near(changed)
        for name, field in zip(("OLD_FIELD", "NEW_FIELD"), fields):
            assert f"{name} is empty: {field} was taken." in lines
    assert run(PLAN_OLD=both, PLAN_NEW=both, OLD_FIELD="NAMOBJ")["CHANGED_HA"] == 0  # NEW_FIELD follows it
    assert run(PLAN_OLD=coded, PLAN_NEW=coded, NEW_FIELD="ZONA")["CHANGED_HA"] == 0
    with pytest.raises(QgsProcessingException, match=r"no zone name in common \(hutan lindung; HL, PK\)"):
        run(PLAN_OLD=named, PLAN_NEW=coded, OUTPUT=str(tmp_path / "t.csv"))
    assert not list(tmp_path.iterdir())
    assert run(PLAN_OLD=named, PLAN_NEW=coded, NEW_FIELD="ZONA")["CHANGED_HA"] == near(100)  # on purpose


def test_names_of_zones_by_code_are_in_fields_of_their_own(provider, tmp_path):
    old = drawn("old", ["KODKWS", "NAMOBJ"], ((0, 0, 10, 10), "HL", "Hutan Lindung"))
    new = drawn("new", ["KODKWS"], ((0, 0, 5, 10), "HL"), ((5, 0, 10, 10), "PK"))
    result = run(PLAN_OLD=old, PLAN_NEW=new, OUTPUT="TEMPORARY_OUTPUT", CHANGES="TEMPORARY_OUTPUT", REPORT=str(tmp_path / "r.html"))
    rows = [[one[name] for name in ("from", "to", "from_name", "to_name")] for one in result["OUTPUT"].getFeatures()]
    assert rows == [["HL", "HL", "Hutan Lindung", "Hutan Lindung"], ["HL", "PK", "Hutan Lindung", NULL]]
    assert [one["from_name"] for one in result["CHANGES"].getFeatures()] == ["Hutan Lindung"]
    assert "from HL · Hutan Lindung to PK: 50.00 ha" in (tmp_path / "r.html").read_text(encoding="utf-8")


def test_small_polygons_of_change_are_left_out_of_the_map_only(provider, layers):
    result = run(**layers, MIN_AREA_HA=10, CHANGES="TEMPORARY_OUTPUT", OUTPUT="TEMPORARY_OUTPUT")
    assert [feature["area_ha"] for feature in result["CHANGES"].getFeatures()] == [15, 15]
    assert result["CHANGED_HA"] == near(40)
    assert sum(feature["area_ha"] for feature in result["OUTPUT"].getFeatures()) == pytest.approx(205)


def test_numbers_of_the_report_in_indonesian(provider, layers, tmp_path):
    run(**layers, NUMBERS="id", REPORT=str(tmp_path / "r.html"))
    assert "40,00 ha (20,00 %)" in (tmp_path / "r.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"PLAN_OLD": "no such.gpkg"}, "PLAN_OLD"),
        ({"PLAN_NEW": None}, "PLAN_NEW is empty: choose a polygon layer"),
        ({"OLD_FIELD": "ZONA"}, "in force has no field ZONA.*as OLD_FIELD"),
        ({"ADMIN": None, "ADMIN_FIELD": "WADMKC"}, "ADMIN_FIELD is given without ADMIN"),
        ({"PLAN_NEW": drawn}, r"No field of numbers is known to hold its names \(code\): choose one as NEW_FIELD"),
        ({"MIN_AREA_HA": -1}, "MIN_AREA_HA"),
        ({"REPORT": "/nowhere/r.html"}, "/nowhere"),
        ({"OUTPUT": "r.docx"}, "r.docx is no file name for OUTPUT"),
    ],
)
def test_bad_input_is_one_sentence_also_inside_models(provider, layers, change, words):
    if change.get("PLAN_NEW") is drawn:
        change = {"PLAN_NEW": QgsVectorLayer("Polygon?crs=EPSG:6933&field=code:integer", "numbers", "memory")}
    parameters = {**layers, **change}
    if change not in ({"MIN_AREA_HA": -1}, {"PLAN_NEW": None}):  # QGIS knows and says so itself
        with pytest.raises(QgsProcessingException, match=words):
            run(**parameters)
    with pytest.raises(QgsProcessingException, match=words):
        provider.algorithm("plancompare").create().prepareAlgorithm(parameters, QgsProcessingContext(), QgsProcessingFeedback())


def test_plans_apart_keep_the_earlier_outputs(provider, layers, tmp_path):
    for file in FILES.values():
        (tmp_path / file).write_text("earlier")
    far = drawn("far", ["NAMOBJ"], ((90, 0, 99, 9), "Hutan"))
    with pytest.raises(QgsProcessingException, match="in force and far share no ground"):
        run(PLAN_OLD=layers["PLAN_OLD"], PLAN_NEW=far, **{name: str(tmp_path / file) for name, file in FILES.items()})
    assert {path.name: path.read_text() for path in tmp_path.iterdir()} == dict.fromkeys(FILES.values(), "earlier")


def test_a_cancelled_or_failed_run_keeps_the_earlier_outputs(provider, layers, tmp_path, monkeypatch):
    from pantau.plugin.engine.errors import PantauError
    from pantau.processing_provider import plan_compare as module

    files = {name: str(tmp_path / file) for name, file in FILES.items()}
    run(**layers, **files)
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    feedback = QgsProcessingFeedback()
    feedback.cancel()
    with pytest.raises(QgsProcessingException, match="cancelled"):
        run(feedback, **layers, **files)

    def full(path, text):
        raise PantauError("the disk is full")

    monkeypatch.setattr(module, "write_text", full)
    with pytest.raises(QgsProcessingException, match="the disk is full"):
        run(**layers, **files)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before


def test_an_output_may_not_be_an_input(provider, layers, tmp_path):
    path = str(tmp_path / "plan.gpkg")
    options = QgsVectorFileWriter.SaveVectorOptions()
    context = QgsProject.instance().transformContext()
    assert QgsVectorFileWriter.writeAsVectorFormatV3(layers["PLAN_OLD"], path, context, options)[0] == 0
    with pytest.raises(QgsProcessingException, match="are the same file"):
        run(PLAN_OLD=path, PLAN_NEW=layers["PLAN_NEW"], CHANGES=path)


def test_the_polygons_are_styled_by_the_zone_after(provider, layers):
    context, feedback = QgsProcessingContext(), QgsProcessingFeedback()
    project = QgsProject()
    context.setProject(project)
    target = QgsProcessingOutputLayerDefinition("TEMPORARY_OUTPUT", project)
    result, well = provider.algorithm("plancompare").create().run({**layers, "CHANGES": target}, context, feedback)
    assert well
    layer = context.getMapLayer(result["CHANGES"])
    details = context.layersToLoadOnCompletion()[result["CHANGES"]]
    details.postProcessor().postProcessLayer(layer, context, feedback)
    assert layer.name() == "Change of the plan: 40.00 ha"
    assert layer.renderer().classAttribute() == "to"
    assert {one.value() for one in layer.renderer().categories()} == {one["to"] for one in layer.getFeatures()}
    assert layer.wkbType() == QgsWkbTypes.Type.MultiPolygon


def test_a_plan_of_real_outlines_against_itself_in_another_crs(provider, data, tmp_path):
    """A published plan of 255 polygons: in degrees, and brought to UTM by QGIS, which moves no corner."""
    source = data / "boundaries" / "anggamartha_pola_ruang.gpkg"
    if not source.exists():
        pytest.skip(f"no {source.name} in the real data")
    plan = str(shutil.copy(source, tmp_path))
    moved = processing.run("native:reprojectlayer", {"INPUT": plan, "TARGET_CRS": "EPSG:32748", "OUTPUT": "TEMPORARY_OUTPUT"})[
        "OUTPUT"
    ]
    same = run(PLAN_OLD=plan, PLAN_NEW=plan)
    assert same["CHANGED_HA"] == 0
    assert same["UNCHANGED_HA"] > 400
    found = run(PLAN_OLD=plan, PLAN_NEW=moved)
    for name, value in same.items():
        assert found[name] == pytest.approx(value, abs=1e-6 * same["UNCHANGED_HA"]), name
