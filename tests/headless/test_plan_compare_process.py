"""Two plans compared through the real qgis_process."""

import csv

import pytest
from osgeo import ogr
from process import call, needs_qgis_process, qgis_process
from rectangles import FLAT, box, near

pytestmark = needs_qgis_process


def written(path, field, *zones):
    """A GeoPackage of (name, rectangle)."""
    from pantau.plugin.engine.sample.layers import layer

    with layer(str(path), FLAT, ogr.wkbPolygon, [(field, str)]) as table:
        for name, sides in zones:
            table.add(ogr.CreateGeometryFromWkt(f"POLYGON({box(*sides)})"), name)
    return str(path)


@pytest.fixture
def given(tmp_path):
    old = written(tmp_path / "in_force.gpkg", "NAMOBJ", ("Hutan", (0, 0, 10, 10)), ("Sawah", (10, 0, 20, 10)))
    new = written(tmp_path / "revised.gpkg", "NAMOBJ", ("Hutan", (0, 0, 6, 10)), ("Sawah", (6, 0, 20, 10)))
    units = written(tmp_path / "units.gpkg", "WADMKC", ("Barat", (0, 0, 8, 10)), ("Timur", (8, 0, 20, 10)))
    return [f"PLAN_OLD={old}", f"PLAN_NEW={new}", f"ADMIN={units}"]


def test_all_outputs(given, tmp_path):
    results = call(
        "pantau:plancompare", "--", *given, f"OUTPUT={tmp_path}/t.csv", f"CHANGES={tmp_path}/c.gpkg", f"REPORT={tmp_path}/r.html"
    )
    assert (results["CHANGED_HA"], results["UNCHANGED_HA"], results["CHANGED_PERCENT"]) == (near(40), near(160), near(20))
    with open(tmp_path / "t.csv", encoding="utf-8", newline="") as file:
        rows = [[*row.values()] for row in csv.DictReader(file)]
    assert [[*row[:3], float(row[3]), *row[4:]] for row in rows] == [
        ["Barat", "Hutan", "Hutan", 60, "", ""], ["Barat", "Hutan", "Sawah", 20, "", ""], ["Timur", "Hutan", "Sawah", 20, "", ""],
        ["Timur", "Sawah", "Sawah", 100, "", ""],
    ]  # fmt: skip
    source = ogr.Open(str(tmp_path / "c.gpkg"))
    assert source.GetLayer(0).GetFeatureCount() == 2
    assert "40.00 ha (20.00 %)" in (tmp_path / "r.html").read_text(encoding="utf-8")


def test_a_wrong_field_is_one_sentence(given, tmp_path):
    run = qgis_process("run", "pantau:plancompare", "--", *given, "NEW_FIELD=ZONA", f"REPORT={tmp_path}/r.html")
    assert run.returncode != 0
    assert "has no field ZONA: choose one of" in run.stdout + run.stderr
    assert not (tmp_path / "r.html").exists()
