"""The print layout: what stands on the paper, and the PDF that is written."""

import glob
import os
import re
import shutil
import subprocess

import pytest
from pantau.plugin.engine.errors import PantauError
from pantau.ui.print_layout import CONFORMITY, PdfExport, Sheet, make_layout
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsGeometry,
    QgsLayoutExporter,
    QgsProcessingUtils,
    QgsProject,
    QgsRectangle,
    QgsUnitTypes,
    QgsVectorLayer,
)
from qgis.PyQt import sip
from qgis.PyQt.QtCore import Qt, QTimer
from qgis.PyQt.QtGui import QColor, QImage

EXTENT = QgsRectangle(500000, 9890000, 518700, 9905800)  # as wide and high as the template's map, 187 x 158 mm, at 1:100,000


@pytest.fixture
def layer(qgis_new_project):
    layer = QgsVectorLayer("Polygon?crs=EPSG:32750", "Kecamatan", "memory")
    feature = QgsFeature()
    feature.setGeometry(QgsGeometry.fromRect(EXTENT))
    layer.dataProvider().addFeature(feature)
    QgsProject.instance().addMapLayer(layer)
    return layer


def sheet(layer, zones=3, **others):
    rows = [[f"Zone {one}", "1.00", "2.00", "3.00", "16.7"] for one in range(zones)]
    asked = dict(
        title="Does it agree?", lead="16.7 % of it.", source="Source: a test.", note="Example rules.", layers=[layer], legend=[(layer, None)],
        extent=EXTENT, crs=QgsCoordinateReferenceSystem("EPSG:32750"), table=[["Zone", "A", "B", "C", "%"], *rows],
        widths=(2.6, 1.3, 1.3, 1.3, 1.1),
    )  # fmt: skip
    return Sheet(**{**asked, **others})


def made(layer, **others):
    return make_layout(sheet(layer, **others), QgsProject.instance(), "Sheet")


def test_all_parts_stand_on_an_a4_page(layer):
    layout = made(layer)
    size = layout.pageCollection().page(0).pageSize()
    assert (size.width(), size.height()) == (297, 210)
    assert size.units() == QgsUnitTypes.LayoutUnit.LayoutMillimeters
    for name in ("title", "lead", "map", "legend", "table", "scale_bar", "north_arrow", "source", "note", "scale"):
        assert layout.itemById(name) is not None, name
    assert layout.itemById("title").text() == "Does it agree?"
    assert layout.itemById("source").text() == "Source: a test."
    assert layout.itemById("map").scale() == pytest.approx(100_000, rel=0.01)
    assert "1:100,0" in layout.itemById("scale").text() or "1:99,9" in layout.itemById("scale").text()
    assert layout.itemById("map").layers() == [layer]
    assert os.path.isfile(layout.itemById("north_arrow").picturePath())
    assert layout.pageCollection().pageCount() == 1


def test_parts_do_not_overlap_and_stay_on_the_page(layer):
    layout = made(layer, zones=8)
    rooms = {}
    for name in ("title", "lead", "map", "legend", "table", "source", "note"):
        item = layout.itemById(name)
        rooms[name] = item.mapRectToScene(item.rect()).adjusted(0.01, 0.01, -0.01, -0.01)
        assert rooms[name].left() >= 0
        assert rooms[name].right() <= 297
        assert rooms[name].bottom() <= 210
    names = list(rooms)
    for place, one in enumerate(names):
        for other in names[place + 1 :]:
            assert not rooms[one].intersects(rooms[other]), (one, other)


def test_a_long_table_goes_on_pages_of_its_own(layer):
    layout = made(layer, zones=90)
    assert layout.pageCollection().pageCount() >= 2
    table = layout.itemById("table")
    assert table.page() == 1
    assert len(table.multiFrame().tableContents()) == 90
    width = sum(table.multiFrame().columnWidths())
    assert 200 < width < 277


def test_heads_stand_over_their_numbers(layer):
    layout = made(layer)
    sides = [column.hAlignment() for column in layout.itemById("table").multiFrame().columns()]
    assert sides == [Qt.AlignmentFlag.AlignLeft, *[Qt.AlignmentFlag.AlignRight] * 4]


def test_a_sheet_without_table_or_note_hides_them(layer):
    layout = made(layer, table=[], note="")
    assert not layout.itemById("table").isVisible()
    assert not layout.itemById("note").isVisible()


def test_names_are_no_expressions(layer):
    layout = made(layer, source="Plan: [% 1 + 1 %]")
    assert "2" not in layout.itemById("source").currentText()


def test_outlines_leave_the_layer_as_it_is(layer):
    before = layer.renderer().symbol().color().name()
    layout = made(layer, outlines=[layer])
    assert layer.id() in layout.itemById("map").layerStyleOverrides()
    assert layer.renderer().symbol().color().name() == before


@pytest.fixture
def export(layer, wait):
    """Write a sheet as PDF: (the paths that were written, what was told), once it has ended."""

    def run(path, **others):
        written, told = [], []
        export = PdfExport(sheet(layer, **others), str(path))
        export.finished.connect(written.append)
        export.failed.connect(told.append)
        export.start()
        wait(lambda: written or told)
        return written, told

    return run


def drawn(path, folder):
    """The first page of a PDF as an image, 100 pixels an inch."""
    if not shutil.which("pdftoppm"):
        pytest.skip("pdftoppm is not installed")
    subprocess.run(["pdftoppm", "-r", "100", "-png", "-singlefile", str(path), str(folder / "page")], check=True)
    return QImage(str(folder / "page.png"))


def test_the_pdf_is_written_whole_and_read_back(export, tmp_path):
    path = tmp_path / "out.pdf"
    path.write_text("an earlier one")
    assert export(path) == ([str(path)], [])
    content = path.read_bytes()
    assert content.startswith(b"%PDF")
    assert os.listdir(tmp_path) == ["out.pdf"]
    box = re.search(rb"/MediaBox \[\s*0 0 ([\d.]+) ([\d.]+)", content)
    assert (round(float(box[1])), round(float(box[2]))) == (842, 595)  # A4, 1/72 inch
    if shutil.which("pdftotext"):
        text = subprocess.run(["pdftotext", "-layout", str(path), "-"], capture_output=True, text=True, check=True).stdout
        for words in ("Does it agree?", "Zone 2", "Kecamatan", "Source: a test."):  # they can be found and copied
            assert words in text
    assert not glob.glob(os.path.join(QgsProcessingUtils.tempFolder(), "pantau-pdf-*"))


def test_the_map_of_the_pdf_is_as_in_the_layout(layer, export, tmp_path):
    """The template's map lies from (10, 26) to (197, 184) mm, within a thin frame; the layer covers its left half."""
    layer.renderer().symbol().setColor(QColor("#1f78b4"))
    left = QgsRectangle(EXTENT.xMinimum(), EXTENT.yMinimum(), EXTENT.center().x(), EXTENT.yMaximum())
    layer.dataProvider().changeGeometryValues({1: QgsGeometry.fromRect(left)})
    export(tmp_path / "out.pdf")
    page = drawn(tmp_path / "out.pdf", tmp_path)

    def color(x, y):
        return page.pixelColor(round(x / 25.4 * 100), round(y / 25.4 * 100))

    for x, y in ((12, 28), (12, 182), (101, 100)):
        assert color(x, y).name()[1::2] == QColor("#1f78b4").name()[1::2]  # nearly: pictures in a PDF lose a little
    for x, y in ((106, 100), (195, 182)):
        assert color(x, y).lightness() > 245
    edge = [page.pixelColor(round(x / 25.4 * 100), 400).lightness() for x in (196.5, 196.75, 197, 197.25, 197.5)]
    assert min(edge) < 128


def test_the_window_lives_while_the_pdf_is_written(layer, wait, tmp_path):
    export, order = PdfExport(sheet(layer), str(tmp_path / "out.pdf")), []
    timer = QTimer()
    timer.timeout.connect(lambda: order.append("beat"))
    timer.start(0)
    export.finished.connect(lambda path: order.append("written"))
    export.start()
    wait(lambda: "written" in order)
    timer.stop()
    assert order.index("written") > 4


def test_a_cancelled_pdf_leaves_nothing(layer, wait, tmp_path):
    export, told = PdfExport(sheet(layer), str(tmp_path / "out.pdf")), []
    export.finished.connect(told.append)
    export.failed.connect(told.append)
    export.start()
    wait(lambda: export._job is not None)
    export.cancel()
    wait(lambda: sip.isdeleted(export))
    assert not told
    assert not os.listdir(tmp_path)
    assert not glob.glob(os.path.join(QgsProcessingUtils.tempFolder(), "pantau-pdf-*"))


def test_a_layer_that_leaves_ends_the_pdf_with_a_sentence(layer, wait, tmp_path):
    export, told = PdfExport(sheet(layer), str(tmp_path / "out.pdf")), []
    export.failed.connect(told.append)
    export.start()
    wait(lambda: export._job is not None)
    QgsProject.instance().removeMapLayer(layer.id())
    wait(lambda: sip.isdeleted(export))
    assert len(told) == 1
    assert "left the project" in told[0]
    assert not os.listdir(tmp_path)


@pytest.mark.parametrize("extent", [QgsRectangle(), QgsRectangle(0, 0, 1000, 1000)], ids=["empty", "elsewhere"])
def test_a_map_that_shows_nothing_of_the_result_shows_all_of_it(layer, extent):
    assert made(layer, extent=extent).itemById("map").extent().contains(EXTENT)


def test_a_map_and_a_result_without_extent_are_told(layer):
    layer.dataProvider().truncate()
    layer.updateExtents()
    with pytest.raises(PantauError, match="nothing to print"):
        made(layer, extent=QgsRectangle())


def test_a_place_that_cannot_be_written_is_told(export, tmp_path):
    (tmp_path / "file").write_text("no folder")
    written, told = export(tmp_path / "file" / "out.pdf")
    assert not written
    assert "cannot be written" in told[0]


def test_a_pdf_that_fails_half_way_leaves_the_earlier_one(export, tmp_path, monkeypatch):
    def fail(self, path, settings):
        with open(path, "wb") as file:
            file.write(b"%PDF half")
        return QgsLayoutExporter.ExportResult.FileError

    monkeypatch.setattr(QgsLayoutExporter, "exportToPdf", fail)
    path = tmp_path / "out.pdf"
    path.write_text("an earlier one")
    written, told = export(path)
    assert not written
    assert "cannot be written" in told[0]
    assert path.read_text() == "an earlier one"
    assert os.listdir(tmp_path) == ["out.pdf"]


def test_a_broken_template_is_told(layer, tmp_path):
    path = tmp_path / "broken.qpt"
    path.write_text("<Layout")
    with pytest.raises(PantauError, match=r"broken\.qpt"):
        make_layout(sheet(layer), QgsProject.instance(), "Sheet", str(path))


def test_the_template_names_no_place_of_whoever_made_it():
    with open(CONFORMITY, encoding="utf-8") as file:
        text = file.read()
    assert not re.search(r"/(home|root|tmp|usr|work)/|file=\"[^\"]+\"", text)
