import math
import time

import numpy as np
import pytest
from pantau.plugin.engine.text import numbers_in
from pantau.ui.area_model import (
    BY_CLASS,
    BY_ZONE,
    BY_ZONE_PERCENT,
    AreaFigures,
    AreaState,
    AreaTableModel,
    Part,
    closure_sentence,
    features_by_zone,
    pixel_count_remark,
    read_figures,
)
from pantau.ui.tables import SHARE_ROLE
from qgis.core import QgsFeature, QgsRasterLayer, QgsVectorLayer
from qgis.PyQt.QtCore import Qt
from scenes import write

DESCENDING = Qt.SortOrder.DescendingOrder
PARTS = [Part("1", "forest", "#1A7F37"), Part("7", "sea", "#2B7BBA"), Part("nodata", "No data", "#BDBDBD")]


def figures(**changes):
    hectares = np.array([[100.0, 20.25, 0.0], [1000.0, 0.25, 50.5], [5.0, 900.0, 0.0]])
    given = {
        "title": "Desa", "zones": [("Timur", "Baru"), ("Timur", "Lama"), ("Barat", "Baru")], "parts": PARTS, "hectares": hectares,
        "square_metres": hectares * 10_000 + [[1, 0, 0], [0, 0, 0], [0, 0, 0]],
        "percent": 100 * hectares / hectares.sum(axis=1)[:, None], "features": {},
    }  # fmt: skip
    return AreaFigures(**{**given, **changes})


def texts(model):
    return [[model.index(row, column).data() for column in range(model.columnCount())] for row in range(model.rowCount())]


def titles(model):
    return [model.headerData(column, Qt.Orientation.Horizontal) for column in range(model.columnCount())]


@pytest.fixture
def model(qgis_app):
    return AreaTableModel()


def test_all_zones_together_by_class(model):
    model.show(figures(), BY_CLASS, "ha", "en")
    assert titles(model) == ["Class", "Area (ha)", "%"]
    assert texts(model) == [
        ["forest", "1,105.00", "53.23"],  # 1105 of 2076
        ["sea", "920.50", "44.34"],
        ["No data", "50.50", "2.43"],
        ["Total", "2,076.00", "100.00"],
    ]
    assert [model.index(row, 1).data(SHARE_ROLE) for row in range(4)] == [1.0, 920.5 / 1105, 50.5 / 1105, None]


def test_each_zone_by_class_in_any_unit_and_language(model):
    model.show(figures(), BY_ZONE, "ha", "id")
    assert titles(model) == ["Desa", "forest", "sea", "No data", "Total (ha)"]
    assert texts(model)[1] == ["Timur / Lama", "1.000,00", "0,25", "50,50", "1.050,75"]
    assert texts(model)[3] == ["Total", "1.105,00", "920,50", "50,50", "2.076,00"]
    model.show(figures(), BY_ZONE, "km2", "en")
    assert texts(model)[0] == ["Timur / Baru", "1.0000", "0.2025", "0.0000", "1.2025"]
    model.show(figures(), BY_ZONE, "m2", "en")
    assert texts(model)[0] == ["Timur / Baru", "1,000,001", "202,500", "0", "1,202,501"]
    assert titles(model)[-1] == "Total (m²)"
    model.show(figures(), BY_ZONE_PERCENT, "ha", "en")
    assert texts(model)[2] == ["Barat / Baru", "0.55", "99.45", "0.00", "905.00"]
    assert texts(model)[3] == ["Total", "53.23", "44.34", "2.43", "2,076.00"]


def test_the_innermost_name_is_enough_where_it_tells_zones_apart(model):
    model.show(figures(zones=[("Timur", "A"), ("Timur", "B"), ("Barat", "C")]), BY_ZONE, "ha", "en")
    assert [row[0] for row in texts(model)] == ["A", "B", "C", "Total"]


def test_the_total_stays_last_in_every_order(model):
    model.show(figures(), BY_ZONE, "ha", "en")
    model.sort(1, DESCENDING)
    assert [row[0] for row in texts(model)] == ["Timur / Lama", "Timur / Baru", "Barat / Baru", "Total"]
    assert model.sort_key() == ("1", True)
    held = model.index(0, 0)
    from qgis.PyQt.QtCore import QPersistentModelIndex

    kept = QPersistentModelIndex(held)
    model.sort(0)
    assert [row[0] for row in texts(model)] == ["Barat / Baru", "Timur / Baru", "Timur / Lama", "Total"]
    assert kept.row() == 2  # the selection goes with its zone
    assert model.zone_of(0) == ("Barat", "Baru")
    assert model.zone_of(3) is None
    model.show(figures(), BY_ZONE, "ha", "en", ("area", True))
    assert [row[4] for row in texts(model)] == ["1,050.75", "905.00", "120.25", "2,076.00"]


def test_bars_in_cells_are_as_long_as_what_the_cells_say(model):
    """Of areas, to one scale in all columns; of percents, of 100."""
    model.show(figures(), BY_ZONE, "ha", "en")
    bars = [[model.index(row, column).data(SHARE_ROLE) * 1050.75 for column in range(1, 5)] for row in range(3)]
    assert bars == [pytest.approx(row) for row in ([100, 20.25, 0, 120.25], [1000, 0.25, 50.5, 1050.75], [5, 900, 0, 905])]
    model.show(figures(), BY_ZONE_PERCENT, "ha", "en")
    assert model.index(2, 2).data(SHARE_ROLE) == pytest.approx(900 / 905)


def test_bars_of_a_zone_are_its_percent_and_make_up_its_length(model):
    model.show(figures(), BY_ZONE, "ha", "en")
    pieces = model.bar_pieces(0)
    assert model.bar_value(0) == "120.25 ha"
    assert sum(piece.length for piece in pieces) == pytest.approx(120.25 / 1050.75)
    assert model.piece_text(0, pieces[0]) == "forest: 100.00 ha (83.16 %)"
    model.show(figures(), BY_ZONE_PERCENT, "ha", "en")
    assert sum(piece.length for piece in model.bar_pieces(0)) == pytest.approx(1)
    assert model.main_parts(2) == [0, 1]


def test_figures_without_zones_are_shown_by_class(model):
    one = figures(title="", zones=[("map",)], hectares=np.array([[1.0, 2.0, 0.0]]), square_metres=np.array([[1e4, 2e4, 0.0]]), percent=np.array([[33.33, 66.67, 0.0]]))  # fmt: skip
    model.show(one, BY_ZONE, "ha", "en")
    assert model.view == BY_CLASS
    assert model.zone_of(0) is None
    assert closure_sentence(one, "ha") == ""


def test_nothing_to_show_is_an_empty_table(model):
    model.show(None, BY_CLASS, "ha", "en")
    assert (model.rowCount(), model.columnCount()) == (0, 0)
    model.sort(0)


@pytest.mark.parametrize(
    ("gone", "unit", "sentence"),
    [
        ((0.0, 0.0, 0.0), "ha", "The table closes: classes, no data and what lies beyond the raster make up the zones' own areas."),
        ((0.004, 0.0, 0.0), "ha", "The table closes: classes, no data and what lies beyond the raster make up the zones' own areas."),
        ((0.004, 0.0, 0.0), "m2", "The table does not close by 40 m²; overlaps of zones 0 m²; gaps between them 0 m²."),
        ((0.0, 1.5, 0.25), "ha", "The table closes; overlaps of zones 1.50 ha; gaps between them 0.25 ha."),
        ((-12.34, 0.0, 1.0), "km2", "The table does not close by 0.1234 km²; overlaps of zones 0.0000 km²; gaps between them 0.0100 km²."),
    ],
)  # fmt: skip
def test_by_how_much_the_table_does_not_close(qgis_app, gone, unit, sentence):
    difference, overlap, gap = gone
    told = closure_sentence(figures(difference_ha=difference, overlap_ha=overlap, gap_ha=gap), unit)
    assert told == sentence


def test_figures_are_what_the_run_wrote(tmp_path):
    """The files as the algorithm writes them; the sheet's figures, rounded to add up, are those that show."""
    write(tmp_path / "map.tif", np.full((2, 2), 3, np.uint8))
    (tmp_path / "area.csv").write_text(
        'KEC,DESA,class,class_name,area_ha,percent,zone_area_ha\nA,"B; 1","3",class 3,1.2344,60.0000,2.0574\nA,C,"12",hutan,0.5050,50.0,1.01\n'
    )
    (tmp_path / "wide.csv").write_text(
        "KEC,DESA,class 3,hutan,nodata_ha,outside_ha,zone_area_ha\n"
        'A,"B; 1",1.2344,0.8230,0.0000,0.0000,2.0574\nA,C,0.0000,0.5050,0.0000,0.5050,1.0100\n'
    )
    for numbers, comma in (("id", ","), ("en", ".")):
        lines = [
            ["Kecamatan", "Desa/kelurahan", "class 3 (ha)", "hutan (ha)", "Beyond the raster (ha)", "Total (ha)", "class 3 (%)", "hutan (%)", "Beyond the raster (%)"],
            ["A", '"B; 1"', "1.24", "0.82", "0.00", "2.06", "60.19", "39.81", "0.00"],
            ["A", "C", "0.00", "0.50", "0.51", "1.01", "0.00", "49.50", "50.50"],
        ]  # fmt: skip
        mark = ";" if numbers == "id" else ","
        text = "\r\n".join(mark.join(cell.replace(".", comma) for cell in line) for line in lines)
        (tmp_path / "table.csv").write_bytes(text.encode("utf-8-sig"))
        results = {"DIFFERENCE_HA": 0.5, "OVERLAP_HA": 0.25, "GAP_HA": 0.0}
        read = read_figures(str(tmp_path), str(tmp_path / "map.tif"), 2, True, results, numbers, {})
        assert read.title == "Desa/kelurahan"
        assert read.zones == [("A", "B; 1"), ("A", "C")]
        assert [part.key for part in read.parts] == ["3", "12", "outside"]
        assert [part.name for part in read.parts] == ["class 3", "hutan", "Beyond the raster"]
        assert read.hectares.tolist() == [[1.24, 0.82, 0.0], [0.0, 0.5, 0.51]]
        assert read.square_metres.tolist() == [[12344, 8230, 0], [0, 5050, 5050]]
        assert read.percent.tolist() == [[60.19, 39.81, 0.0], [0.0, 49.5, 50.5]]
        assert (read.difference_ha, read.overlap_ha) == (0.5, 0.25)


def test_features_are_found_by_the_names_that_the_run_gives(qgis_app):
    layer = QgsVectorLayer("Polygon?crs=EPSG:32750&field=KEC:string&field=DESA:string&field=n:int", "zones", "memory")
    features = []
    for values in (["A", " B ", 1], ["A", None, 2], [None, None, 3], ["A", "B", 4]):
        feature = QgsFeature(layer.fields())
        feature.setAttributes(values)
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    assert features_by_zone(layer.getFeatures(), [0, 1], lambda: False) == {
        ("A", "B"): [1, 4],
        ("A", "-"): [2],
        ("-", "#3"): [3],
    }
    assert features_by_zone(layer.getFeatures(), [], lambda: False) == {(f"#{one}",): [one] for one in (1, 2, 3, 4)}
    assert features_by_zone(layer.getFeatures(), [0], lambda: True) == {}


def mercator_excess(degrees):
    """Percent by which a pixel of Web Mercator is larger than the ground: a2 / (M N cos2) on WGS 84 (Snyder 1987, 4-19, 4-20)."""
    a, e2 = 6378137.0, 0.0066943799901413165
    sine = math.sin(math.radians(degrees))
    across, along = a / math.sqrt(1 - e2 * sine**2), a * (1 - e2) / (1 - e2 * sine**2) ** 1.5
    return 100 * (a * a / (across * along * math.cos(math.radians(degrees)) ** 2) - 1)


def raster(path, epsg, transform):
    write(path, np.ones((10, 10), np.uint8), epsg=epsg, transform=transform)
    return QgsRasterLayer(str(path), "map")


def test_a_pixel_count_in_web_mercator_is_told_to_mislead(qgis_app, tmp_path):
    north = 6378137 * math.log(math.tan(math.pi / 4 + math.radians(-7.0) / 2))
    layer = raster(tmp_path / "m.tif", 3857, (12_000_000.0, 10.0, 0.0, north + 50, 0.0, -10.0))
    expected = mercator_excess(-7.0)
    assert 2 < expected < 3
    with numbers_in("en"):
        assert f"would give {expected:.2f} % too much" in pixel_count_remark(layer)


def test_in_degrees_a_pixel_has_no_hectares(qgis_app, tmp_path):
    assert "is in degrees" in pixel_count_remark(raster(tmp_path / "d.tif", 4326, (115.0, 0.0001, 0.0, -1.0, 0.0, -0.0001)))


def test_in_the_middle_of_a_utm_zone_nothing_is_told(qgis_app, tmp_path):
    """0.9996 squared: a pixel count gives 0.08 % too little."""
    assert pixel_count_remark(raster(tmp_path / "u.tif", 32750, (500000.0, 10.0, 0.0, 9900000.0, 0.0, -10.0))) == ""
    edge = raster(tmp_path / "e.tif", 32750, (834000.0, 10.0, 0.0, 9900000.0, 0.0, -10.0))  # scale 0.9996 (1 + 334^2 / 2 / 6370^2)
    scale = 0.9996 * (1 + (334 / 6356) ** 2 / 2)
    assert f"{100 * (scale**2 - 1):.1f}" in pixel_count_remark(edge)


def test_a_raster_without_a_place_is_left_to_the_run(qgis_app, tmp_path):
    assert pixel_count_remark(raster(tmp_path / "n.tif", 0, (0.0, 1.0, 0.0, 0.0, 0.0, -1.0))) == ""


def test_a_state_that_nobody_knows_is_mended():
    state = AreaState(
        follow="moon", unit="acre", numbers="fr", view="x", levels=["DESA", 3], sort={"zone": ["area", True], "class": 5}
    )
    state.mend()
    assert state == AreaState(levels=["DESA"], sort={"zone": ["area", True]})


def test_five_thousand_zones_and_three_hundred_classes_are_quick(model):
    count, classes = 5000, 300
    hectares = np.random.default_rng(0).random((count, classes))
    parts = [Part(str(code), f"class {code}", "#123456") for code in range(classes)]
    many = figures(
        zones=[("Kec", f"Desa {one}") for one in range(count)],
        parts=parts,
        hectares=hectares,
        square_metres=hectares,
        percent=hectares,
    )
    model.show(many, BY_ZONE, "ha", "en")
    start = time.perf_counter()
    model.show(many, BY_ZONE, "ha", "en", ("area", True))
    model.sort(0)
    model.sort(7, DESCENDING)
    for row in range(40):
        for column in range(10):
            for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.FontRole, Qt.ItemDataRole.ToolTipRole, SHARE_ROLE):
                model.index(row, column).data(role)
    assert time.perf_counter() - start < 0.5
