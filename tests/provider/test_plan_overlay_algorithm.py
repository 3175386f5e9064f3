"""`pantau:planoverlay` as the toolbox and the modeler run it."""

import csv
import zipfile
from pathlib import Path

import numpy as np
import processing
import pytest
from qgis.core import (
    NULL,
    QgsFeature,
    QgsGeometry,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsVectorLayer,
)
from scenes import read, write

NUMBERS = (
    "CONFORM_PERCENT", "CONFORM_HA", "NONCONFORM_HA", "REVIEW_HA", "NOT_REALISED_HA", "NO_RULE_HA", "NO_DATA_HA", "PLANNED_BUILT_HA",
    "BUILT_HA", "AVAILABLE_HA", "OVERLAP_HA", "NO_ADMIN_HA", "UNPLANNED_HA",
)  # fmt: skip

FILES = {
    "OUTPUT": "c.tif", "AVAILABLE": "a.tif", "POLYGONS": "p.gpkg", "NONCONFORMITY": "n.gpkg", "TABLE": "t.gpkg",
    "AVAILABILITY": "v.gpkg", "RULES_OUT": "r.csv", "XLSX": "x.xlsx", "REPORT": "r.html",
}  # fmt: skip


class Feedback(QgsProcessingFeedback):
    """Keeps what it is told."""

    def __init__(self):
        super().__init__(False)
        self.lines = []

    def pushInfo(self, text):  # noqa: N802
        self.lines.append(text)

    def pushWarning(self, text):  # noqa: N802
        self.lines.append(text)


def run(feedback=None, **parameters):
    return processing.run("pantau:planoverlay", parameters, feedback=feedback)


def ha(pixels):
    """Pixels of 10 m, within UTM's scale."""
    return pytest.approx(pixels * 0.01, rel=2e-3)


def polygons(name, fields, *rows):
    """A layer of rectangles in metres from the scene's corner: (west, east, values)."""
    columns = "&".join(f"field={field}" for field in fields)
    layer = QgsVectorLayer(f"Polygon?crs=EPSG:32750&{columns}", name, "memory")
    for west, east, *values in rows:
        feature = QgsFeature(layer.fields())
        feature.setGeometry(
            QgsGeometry.fromWkt(
                f"POLYGON(({500000 + west} 9900000,{500000 + east} 9900000,{500000 + east} 9899900,{500000 + west} 9899900,"
                f"{500000 + west} 9900000))"
            )
        )
        feature.setAttributes(values)
        layer.dataProvider().addFeature(feature)
    return layer


@pytest.fixture
def plan():
    """PK in the west, HL in the east."""
    fields = ("NAMOBJ:string", "KODKWS:string")
    return polygons("rtrw", fields, (0, 100, "Kawasan Permukiman Perkotaan", "PK"), (100, 200, "Kawasan Hutan Lindung", "HL"))


@pytest.fixture
def landcover(tmp_path):
    """20 x 10 pixels: 1, 2, 3 and no data, five columns each."""
    values = np.repeat(np.array([1, 2, 3, 0], np.uint8), 5)[None].repeat(10, axis=0)
    return write(tmp_path / "landcover.tif", values, nodata=0)


@pytest.fixture
def rules(tmp_path):
    path = tmp_path / "rules.csv"
    path.write_text(
        "kelas;zona;status\n1;PK;sesuai\n2;Kawasan Permukiman Perkotaan;belum terwujud\n3;*;tidak sesuai\n", encoding="utf-8"
    )
    return str(path)


GROUPS = {"BUILT_CLASSES": "1", "VEGETATED_CLASSES": "2", "BARE_CLASSES": "3"}


def test_all_outputs(provider, landcover, plan, rules, tmp_path):
    admin = polygons("kecamatan", ("WADMKC:string",), (0, 75, "Barat"), (75, 200, "Timur"))
    files = {name: str(tmp_path / file) for name, file in FILES.items()}
    result = run(LANDCOVER=landcover, PLAN=plan, ADMIN=admin, RULES=rules, **GROUPS, **files)
    assert set(result) == {one.name() for one in provider.algorithm("planoverlay").outputDefinitions()} == {*NUMBERS, *files}
    assert all(isinstance(result[name], float) for name in NUMBERS)
    assert [result[name] for name in NUMBERS[1:10]] == [
        ha(50), ha(50), 0, ha(50), 0, ha(50), ha(100), ha(50), ha(50),
    ]  # fmt: skip
    assert result["CONFORM_PERCENT"] == pytest.approx(100 / 3)
    table = QgsVectorLayer(files["TABLE"], "t", "ogr")
    assert [field.name() for field in table.fields()][1:] == [
        "admin", "zone", "class", "class_name", "area_ha", "percent", "status", "zone_name",
    ]  # fmt: skip
    rows = [one.attributes()[1:] for one in table.getFeatures()]
    assert [(row[0], row[1], row[2], row[6]) for row in rows] == [
        ("Barat", "PK", 1, "conform"), ("Barat", "PK", 2, "not_realised"), ("Timur", "HL", 3, "nonconform"),
        ("Timur", "HL", NULL, "no_data"), ("Timur", "PK", 2, "not_realised"),
    ]  # fmt: skip
    assert [row[4] for row in rows] == [ha(50), ha(25), ha(50), ha(50), ha(25)]
    assert [row[5] for row in rows] == pytest.approx([200 / 3, 100 / 3, 50, 50, 100], rel=1e-3)
    worst = QgsVectorLayer(files["NONCONFORMITY"], "n", "ogr")
    (one,) = worst.getFeatures()
    assert [one["rank"], one["zone"], one["admin"], one["class"], one["area_ha"]] == [1, "HL", "Timur", 3, ha(50)]
    assert (one["lon"], one["lat"]) == (pytest.approx(117.001, abs=1e-3), pytest.approx(-0.905, abs=1e-2))
    found = [(one["zone"], one["admin"], one["status"]) for one in QgsVectorLayer(files["POLYGONS"], "p", "ogr").getFeatures()]
    assert sorted(found) == [
        ("HL", "Timur", "nonconform"), ("PK", "Barat", "conform"), ("PK", "Barat", "not_realised"), ("PK", "Timur", "not_realised"),
    ]  # fmt: skip
    rows = {one["admin"]: one for one in QgsVectorLayer(files["AVAILABILITY"], "v", "ogr").getFeatures()}
    barat, timur = rows["Barat"], rows["Timur"]
    names = ("planned_ha", "built_ha", "available_ha", "vegetated_ha", "bare_ha")
    assert [barat[name] for name in names] == [ha(75), ha(50), ha(25), ha(25), 0]
    assert (barat["percent_of_built"], barat["percent_of_planned"]) == (pytest.approx(50, abs=0.01), pytest.approx(33.33, abs=0.01))
    assert timur["percent_of_built"] == NULL
    assert read(files["OUTPUT"])[0, 0].tolist() == [1] * 5 + [4] * 5 + [2] * 5 + [255] * 5
    assert read(files["AVAILABLE"])[0, 0].tolist() == [3] * 5 + [1] * 5 + [255] * 10
    assert zipfile.is_zipfile(files["XLSX"])
    assert "33.33 % of the land agrees with the plan" in Path(files["REPORT"]).read_text(encoding="utf-8")
    with open(files["RULES_OUT"], encoding="utf-8-sig") as file:
        lines = list(csv.DictReader(line for line in file if not line.startswith(("#", '"#'))))
    assert {(line["class"], line["zone"]): line["status"] for line in lines}["3", "HL"] == "not conform"
    again = run(LANDCOVER=landcover, PLAN=plan, ADMIN=admin, RULES=files["RULES_OUT"], **GROUPS)
    assert {name: again[name] for name in NUMBERS} == {name: result[name] for name in NUMBERS}


def test_progress_never_goes_back(provider, landcover, plan, tmp_path):
    feedback, seen = Feedback(), []
    feedback.progressChanged.connect(seen.append)
    run(feedback, LANDCOVER=landcover, PLAN=plan, ADMIN=plan, **{name: str(tmp_path / file) for name, file in FILES.items()})
    assert seen == sorted(seen)
    assert sum(85 < share < 100 for share in seen) > 5  # while the polygons are made


def test_land_cover_and_plan_alone(provider, landcover, plan):
    feedback = Feedback()
    result = run(feedback, LANDCOVER=landcover, PLAN=plan)
    assert set(result) == set(NUMBERS)
    text = "\n".join(feedback.lines)
    assert "PLAN_FIELD is empty: KODKWS was taken" in text
    assert "an example made by Pantau, not an official table" in text


def test_fields_of_the_users_choice(provider, landcover, plan):
    result = run(LANDCOVER=landcover, PLAN=plan, PLAN_FIELD="NAMOBJ", TABLE="TEMPORARY_OUTPUT", BUILT_ZONES="HL", **GROUPS)
    rows = {(row["zone"], row["class"]): row for row in result["TABLE"].getFeatures()}
    assert rows["Kawasan Permukiman Perkotaan", 1]["zone_name"] == "PK"
    assert rows["Kawasan Hutan Lindung", 3]["status"] == "not_realised"  # in a zone that the user says is for building


def test_any_field_of_the_plan_without_rules(provider, landcover):
    """Zones by a field above the codes hold several codes each, which the example would judge in several ways."""
    rows = ((0, 100, "Budi Daya", "PK"), (100, 150, "Budi Daya", "HP"), (150, 175, "Lindung", "HL"), (175, 200, "Lindung", "BA"))
    plan, feedback = polygons("rtrw", ("ORDE01:string", "KODKWS:string"), *rows), Feedback()
    result = run(feedback, LANDCOVER=landcover, PLAN=plan, PLAN_FIELD="ORDE01", **GROUPS)
    assert (result["NO_RULE_HA"], result["PLANNED_BUILT_HA"]) == (ha(150), 0)
    assert "The plan calls these zones several things, so the example has no rule for them: Budi Daya, Lindung." in feedback.lines


def test_polygons_of_land_cover(provider, plan, tmp_path):
    fields = ("class:integer", "class_name:string", "nama_kelas:string")
    cover = polygons(
        "cover", fields, (0, 50, 7, "settlement", "permukiman"), (50, 150, 9, "forest", "hutan"), (150, 160, None, None, None)
    )
    feedback, path = Feedback(), str(tmp_path / "c.tif")
    result = run(
        feedback, LANDCOVER_POLYGONS=cover, PLAN=plan, PIXEL_SIZE=10, OUTPUT=path, TABLE="TEMPORARY_OUTPUT", REPORT=str(tmp_path / "r.html"),
        NONCONFORMITY="TEMPORARY_OUTPUT", POLYGONS="TEMPORARY_OUTPUT", XLSX=str(tmp_path / "x.xlsx"),
    )  # fmt: skip
    rows = [(row["zone"], row["class"], row["class_name"], row["status"], row["area_ha"]) for row in result["TABLE"].getFeatures()]
    assert rows == [
        ("HL", 9, "forest", "conform", ha(50)), ("HL", NULL, NULL, "no_data", ha(50)), ("PK", 7, "settlement", "conform", ha(50)),
        ("PK", 9, "forest", "not_realised", ha(50)),
    ]  # fmt: skip
    assert any("1 polygon(s) of cover have no class" in line for line in feedback.lines)
    assert read(path)[0, 0].tolist() == [1] * 5 + [4] * 5 + [1] * 5 + [255] * 5
    assert result["NONCONFORMITY"].featureCount() == 0
    assert result["POLYGONS"].featureCount() == 3
    assert "In zones for building, 0.50 ha of 1.00 ha are not built on yet." in (tmp_path / "r.html").read_text(encoding="utf-8")


def test_classes_by_text(provider, plan):
    cover = polygons("cover", ("kelas:string",), (0, 50, "Permukiman"), (50, 200, "Hutan rakyat"))
    rows = run(LANDCOVER_POLYGONS=cover, PLAN=plan, TABLE="TEMPORARY_OUTPUT")["TABLE"].getFeatures()
    assert [(row["class"], row["class_name"], row["status"]) for row in rows] == [
        (1, "Hutan rakyat", "conform"), (1, "Hutan rakyat", "not_realised"), (2, "Permukiman", "conform"),
    ]  # fmt: skip


def test_numbers_in_the_chosen_language(provider, landcover, plan, rules, tmp_path):
    for code, text in (("id", "33,33 %"), ("en", "33.33 %"), ("auto", "33.33 %")):
        path = tmp_path / f"{code}.html"
        run(LANDCOVER=landcover, PLAN=plan, RULES=rules, NUMBERS=code, REPORT=str(path))
        assert text in path.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"LANDCOVER": None}, "Give land cover as LANDCOVER"),
        ({"PLAN_FIELD": "zona"}, "rtrw has no field zona: choose one of NAMOBJ, KODKWS as PLAN_FIELD"),
        ({"ADMIN_FIELD": "WADMKC"}, "ADMIN_FIELD is given without ADMIN"),
        ({"RULES": "nowhere.csv"}, "nowhere.csv"),
        ({"OUTPUT": "LANDCOVER"}, "are the same file"),
        ({"RULES_OUT": "r.txt"}, "r.txt is no file name for RULES_OUT"),
        ({"MIN_AREA_HA": -1}, "MIN_AREA_HA"),
        ({"BUILT_ZONES": "ZZ"}, "rtrw has no zone ZZ"),
        ({"BUILT_CLASSES": "sand"}, "landcover has no class called sand"),
    ],
)
def test_what_cannot_be_is_one_sentence(provider, landcover, plan, values, words):
    given = {"LANDCOVER": landcover, "PLAN": plan}
    values = {name: given.get(value, value) if isinstance(value, str) else value for name, value in values.items()}
    with pytest.raises(QgsProcessingException, match=words):
        run(**{**given, **values})


def test_layers_whose_names_are_not_recognised(provider, landcover, plan):
    other, numbers = polygons("zona", ("n:integer", "x:string"), (0, 100, 1, "PK")), polygons("zona", ("n:integer",), (0, 100, 1))
    with pytest.raises(
        QgsProcessingException, match=r"No field of zona is known to hold its names \(n\): choose one as PLAN_FIELD"
    ):
        run(LANDCOVER=landcover, PLAN=numbers)
    with pytest.raises(QgsProcessingException, match="choose one as ADMIN_FIELD"):
        run(LANDCOVER=landcover, PLAN=plan, ADMIN=numbers)
    with pytest.raises(QgsProcessingException, match="choose one as LANDCOVER_FIELD"):  # the first text would be no class
        run(LANDCOVER_POLYGONS=other, PLAN=plan)
    feedback = Feedback()
    rows = run(feedback, LANDCOVER=landcover, PLAN=other, ADMIN=other, TABLE="TEMPORARY_OUTPUT")["TABLE"].getFeatures()
    assert {(row["admin"], row["zone"]) for row in rows} == {("PK", "PK")}
    assert {"PLAN_FIELD is empty: x was taken.", "ADMIN_FIELD is empty: x was taken."} <= set(feedback.lines)


def test_zones_of_one_name_of_none_and_of_odd_names(provider, landcover):
    """Capitals and blanks make no zone of their own; polygons without a name are one; # begins a name like any other."""
    rows = (
        (0, 50, "PK", "#1"),
        (50, 100, " pk  ", "Permukiman"),
        (100, 120, None, "x"),
        (120, 150, "  ", "y"),
        (150, 200, "#7", None),
    )
    plan, feedback = polygons("rtrw", ("KODKWS:string", "NAMOBJ:string"), *rows), Feedback()
    found = run(feedback, LANDCOVER=landcover, PLAN=plan, ADMIN=plan, ADMIN_FIELD="KODKWS", TABLE="TEMPORARY_OUTPUT")
    rows = [(row["admin"], row["zone"], row["zone_name"], row["area_ha"]) for row in found["TABLE"].getFeatures()]
    assert rows == [
        ("#7", "#7", NULL, ha(50)), ("PK", "PK", NULL, ha(50)), ("PK", "PK", NULL, ha(50)), ("(no name)", "(no name)", NULL, ha(50)),
    ]  # fmt: skip
    assert "2 polygon(s) of rtrw have no name (0.50 ha), and are listed as (no name)." in feedback.lines


def test_numbers_where_no_rule_speaks_of_anything(provider, landcover, plan, tmp_path):
    path = tmp_path / "rules.csv"
    path.write_text("class,zone,status\n99,*,conform\n", encoding="utf-8")
    result = run(LANDCOVER=landcover, PLAN=plan, RULES=str(path))
    assert (result["CONFORM_PERCENT"], result["NO_RULE_HA"]) == (0, ha(150))
    assert all(type(result[name]) is float for name in NUMBERS)


def test_what_is_built_and_what_is_available(provider, landcover, plan):
    result = run(LANDCOVER=landcover, PLAN=plan, BUILT_ZONES="PK,HL", **GROUPS)
    assert [result[name] for name in ("PLANNED_BUILT_HA", "BUILT_HA", "AVAILABLE_HA")] == [ha(200), ha(50), ha(100)]


def test_what_exists_stays_where_the_last_writer_fails(provider, landcover, plan, tmp_path, monkeypatch):
    from pantau.plugin.engine.errors import PantauError
    from pantau.processing_provider import plan_overlay as module

    files = {name: str(tmp_path / file) for name, file in FILES.items()}
    run(LANDCOVER=landcover, PLAN=plan, **files)
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}

    def full(path, text):
        assert Path(files["XLSX"]).exists()
        if path == files["REPORT"]:
            raise PantauError("the disk is full")
        Path(path).write_text(text)

    monkeypatch.setattr(module, "write_text", full)
    with pytest.raises(QgsProcessingException, match="the disk is full"):
        run(LANDCOVER=landcover, PLAN=plan, BUILT_CLASSES="2", MIN_AREA_HA=9, **files)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before


def test_labels_are_short_and_the_help_names_every_output(provider):
    algorithm = provider.algorithm("planoverlay")
    assert max(len(one.description()) for one in algorithm.parameterDefinitions()) <= 45
    text = algorithm.shortHelpString()
    assert all(name in text for name in NUMBERS if name not in ("CONFORM_HA",))
    assert "not official" in text
    assert "conform / (conform + not conform)" in text
