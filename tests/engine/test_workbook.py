"""Workbooks and CSV as others read them: OGR, openpyxl where there is one, the XML itself; and numbers in a language of their own."""

import csv
import datetime
import os
import re
import threading
import xml.etree.ElementTree as ET
import zipfile

import numpy as np
import pytest
from osgeo import ogr
from pantau.plugin.engine import text
from pantau.plugin.engine.errors import PantauError
from pantau.plugin.engine.report import workbook
from pantau.plugin.engine.report.page import Column
from pantau.plugin.engine.report.workbook import Sheet, write_csv, write_workbook
from pantau.plugin.engine.text import language, number, numbers_in, tr

MADE = datetime.datetime(2024, 5, 6, 7, 8, 9, tzinfo=datetime.timezone.utc)
NASTY = "<b>\"Kota\" & 'Desa'</b> \x07\ud800_x0041_ é 地"
COLUMNS = [Column("Kecamatan"), Column("Hutan (ha)", 2, "Kelas"), Column("Sawah (ha)", 2, "Kelas"), Column("Piksel", 0)]
ROWS = [["Kapetakan", 2002.44, 0.07, 12345], ["=1+1", None, float("nan"), np.int64(7)], ["Losari", np.float64(1 / 3), 3, "-"]]
SHEET = Sheet(
    "Kecamatan", "Luas menurut kelas", ["Sumber: Sentinel-2", "Dibulatkan"], COLUMNS, ROWS, [["Jumlah", 2002.77, 3.07, 12352]]
)
SPACE = {"m": workbook.MAIN}


def written(path, *sheets):
    write_workbook(str(path), sheets, MADE)
    return str(path)


def xml(path, part):
    with zipfile.ZipFile(path) as archive:
        return ET.fromstring(archive.read(part))


def ogr_rows(path, place=0):
    """What OGR reads: every row as texts, None where a cell is empty."""
    source = ogr.Open(path)
    layer = source.GetLayer(place)
    fields = range(layer.GetLayerDefn().GetFieldCount())
    rows = [[feature.GetField(i) if feature.IsFieldSetAndNotNull(i) else None for i in fields] for feature in layer]
    return layer.GetName(), rows


def test_ogr_reads_it_back(tmp_path):
    name, rows = ogr_rows(written(tmp_path / "a.xlsx", SHEET))
    assert name == "Kecamatan"
    start = next(place for place, row in enumerate(rows) if row[0] == "Kecamatan")
    assert [row[0] for row in rows[:3]] == ["Luas menurut kelas", "Sumber: Sentinel-2", "Dibulatkan"]
    assert rows[start - 1][1] == "Kelas"
    assert rows[start][:4] == [column.title for column in COLUMNS]
    body = rows[start + 1 :]
    assert [row[0] for row in body] == ["Kapetakan", "=1+1", "Losari", "Jumlah"]
    assert [float(value) for value in body[0][1:4]] == [2002.44, 0.07, 12345]
    assert body[1][1:4] == [None, None, "7"]
    assert [float(body[2][1]), float(body[2][2]), body[2][3]] == [1 / 3, 3, "-"]
    assert [float(value) for value in body[3][1:4]] == [2002.77, 3.07, 12352]


def test_openpyxl_reads_it_back(tmp_path):
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.load_workbook(written(tmp_path / "a.xlsx", SHEET, SHEET._replace(columns=[*COLUMNS, *COLUMNS])))
    sheet, wide = book.worksheets
    assert (book.properties.title, book.properties.creator) == ("Luas menurut kelas", "Pantau")
    assert book.properties.created == MADE.replace(tzinfo=None)
    assert (sheet.freeze_panes, sheet.print_title_rows) == ("A7", "$5:$6")
    assert (sheet.page_setup.paperSize, sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (9, 1, 0)
    assert [one.page_setup.orientation for one in (sheet, wide)] == ["portrait", "landscape"]
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert (sheet["A1"].font.b, sheet["A1"].font.sz) == (True, 14)
    assert (sheet["B6"].font.b, sheet["B6"].border.bottom.style, sheet["B6"].alignment.wrapText) == (True, "thin", True)
    assert (sheet["B7"].value, sheet["B7"].number_format, sheet["B7"].alignment.horizontal) == (2002.44, "#,##0.00", "right")
    assert sheet["D7"].number_format == "#,##0"
    assert (sheet["A8"].value, sheet["A8"].data_type) == ("=1+1", "s")
    assert [sheet[cell].value for cell in ("B8", "C8")] == [None, None]
    assert (sheet["B10"].font.b, sheet["B10"].border.top.style) == (True, "thin")
    assert "B5:C5" in {str(one) for one in sheet.merged_cells.ranges}


def test_a_wide_table_is_printed_on_pages_beside_each_other(tmp_path):
    columns = [Column("Kecamatan"), Column("Desa"), *(Column(f"class {n} (ha)", 2) for n in range(30))]
    path = written(tmp_path / "w.xlsx", SHEET._replace(columns=columns, rows=[["a", "b", *range(30)]], totals=()))
    sheet = xml(path, "xl/worksheets/sheet1.xml")
    assert int(sheet.find("m:pageSetup", SPACE).get("fitToWidth")) == 2
    pane = sheet.find(".//m:pane", SPACE).attrib
    assert (pane["xSplit"], pane["topLeftCell"][0], pane["activePane"]) == ("2", "C", "bottomRight")
    assert xml(path, "xl/workbook.xml").find(".//m:definedName", SPACE).text.startswith("'Kecamatan'!$A:$B,'Kecamatan'!$")


def test_how_the_sheet_looks_is_in_its_xml(tmp_path):
    path = written(tmp_path / "a.xlsx", SHEET)
    sheet = xml(path, "xl/worksheets/sheet1.xml")
    assert sheet.find(".//m:pane", SPACE).attrib == {
        "ySplit": "6", "topLeftCell": "A7", "activePane": "bottomLeft", "state": "frozen"
    }  # fmt: skip
    assert sheet.find("m:pageSetup", SPACE).attrib == {
        "paperSize": "9", "orientation": "portrait", "fitToWidth": "1", "fitToHeight": "0"
    }  # fmt: skip
    book, styles = xml(path, "xl/workbook.xml"), xml(path, "xl/styles.xml")
    assert book.find(".//m:definedName", SPACE).text == "'Kecamatan'!$5:$6"
    assert not list(sheet.iter(f"{{{workbook.MAIN}}}f"))  # no formula anywhere

    def look(cell):
        found = sheet.find(f".//m:c[@r='{cell}']", SPACE)
        return styles.find("m:cellXfs", SPACE)[int(found.get("s"))], found.get("t")

    formats = {one.get("numFmtId"): one.get("formatCode") for one in styles.iter(f"{{{workbook.MAIN}}}numFmt")}
    assert [formats[look(cell)[0].get("numFmtId")] for cell in ("B7", "D7", "B10")] == ["#,##0.00", "#,##0", "#,##0.00"]
    assert look("A8")[1] == "s"
    assert look("A8")[0].get("quotePrefix") == "1"
    assert look("A7")[0].get("quotePrefix") is None
    assert look("B7")[0][0].get("horizontal") == "right"
    assert sheet.find(".//m:c[@r='B8']", SPACE) is None


def test_rows_are_as_high_as_their_text_needs(tmp_path):
    """Ten words of nine letters do not fit a column of at most 48 characters: two lines and a rest, of 15 points each."""
    path = written(tmp_path / "a.xlsx", SHEET._replace(rows=[[" ".join(["kecamatan"] * 10), 1, 2, 3], ROWS[0]], notes=["n" * 60]))
    rows = {one.get("r"): one.get("ht") for one in xml(path, "xl/worksheets/sheet1.xml").iter(f"{{{workbook.MAIN}}}row")}
    assert (rows["2"], rows["6"], rows["7"]) == ("15", "45", None)
    widths = [float(one.get("width")) for one in xml(path, "xl/worksheets/sheet1.xml").iter(f"{{{workbook.MAIN}}}col")]
    assert widths[0] == 48
    assert all(width < 12 for width in widths[1:])


def test_texts_come_back_as_they_are_without_what_xml_cannot_hold(tmp_path):
    path = written(tmp_path / "a.xlsx", Sheet(NASTY, NASTY, [NASTY], [Column(NASTY)], [[NASTY], ["a\nb  c"], ["@SUM(A1)"], ["-"]]))
    clean = NASTY.replace("\x07", "").replace("\ud800", "")
    texts = [one.text for one in xml(path, "xl/sharedStrings.xml").iter(f"{{{workbook.MAIN}}}t")]
    assert texts == [clean.replace("_x0041_", "_x005F_x0041_"), "a\nb  c", "@SUM(A1)", "-"]  # ECMA-376, 22.9.2.19
    for name in zipfile.ZipFile(path).namelist():
        xml(path, name)  # well-formed
    _, rows = ogr_rows(path)
    assert [row[0] for row in rows][-3:] == ["a\nb  c", "@SUM(A1)", "-"]


def test_long_texts_are_cut_where_excel_would_refuse_them(tmp_path):
    path = written(tmp_path / "a.xlsx", SHEET._replace(rows=[["x" * 40_000, 1, 2, 3], ["𝒳" * 20_000, 1, 2, 3]]))
    texts = [one.text for one in xml(path, "xl/sharedStrings.xml").iter(f"{{{workbook.MAIN}}}t")]
    assert max(len(one.encode("utf-16-le")) // 2 for one in texts) <= 32_767
    assert "x" * 32_767 in texts


def test_tabs_are_what_excel_takes(tmp_path):
    names = ["Kab/Kota: [A]*?\\", "kab kota a", "", "'quoted'", "x" * 40, "X" * 40, "History", "𝒳" * 20]
    path = written(tmp_path / "a.xlsx", *(SHEET._replace(name=name) for name in names))
    tabs = [one.get("name") for one in xml(path, "xl/workbook.xml").iter(f"{{{workbook.MAIN}}}sheet")]
    assert tabs[:4] == ["Kab Kota A", "kab kota a (2)", "Sheet", "quoted"]
    assert tabs[4:6] == ["x" * 31, "X" * 27 + " (2)"]
    assert tabs[6:] == ["History (2)", "𝒳" * 15]
    assert len({tab.casefold() for tab in tabs}) == len(names)
    assert all(len(tab.encode("utf-16-le")) <= 62 and not re.search(r"[\[\]:*?/\\]", tab) for tab in tabs)
    assert ogr.Open(path).GetLayerCount() == len(names)


def test_the_same_gives_the_same_bytes(tmp_path):
    paths = [written(tmp_path / name, SHEET) for name in ("a.xlsx", "b.xlsx")]
    assert open(paths[0], "rb").read() == open(paths[1], "rb").read()
    assert xml(paths[0], "docProps/core.xml")[2].text == "2024-05-06T07:08:09Z"


def test_a_table_of_nothing_and_one_of_many_columns(tmp_path):
    path = written(
        tmp_path / "a.xlsx", Sheet("a", "", [], [Column("A")], []), Sheet("b", "b", [], [Column("n", 0)] * 60, [range(60)])
    )
    assert ogr_rows(path, 1)[1][-1][-1] == "59"
    assert xml(path, "xl/worksheets/sheet2.xml").find(".//m:c[@r='BH4']", SPACE).find("m:v", SPACE).text == "59"


def test_more_rows_than_a_sheet_holds(tmp_path, monkeypatch):
    monkeypatch.setattr(workbook, "MOST_ROWS", 10)
    written(tmp_path / "a.xlsx", SHEET)  # six lines above, three rows, one total: exactly ten
    before = open(tmp_path / "a.xlsx", "rb").read()
    with pytest.raises(PantauError, match="Kecamatan has 4 rows, more than the 10 of a sheet"):
        written(tmp_path / "a.xlsx", SHEET._replace(rows=[*ROWS, ROWS[0]]))
    assert os.listdir(tmp_path) == ["a.xlsx"]
    assert open(tmp_path / "a.xlsx", "rb").read() == before
    with pytest.raises(PantauError, match="cannot be written"):
        written(tmp_path / "none" / "a.xlsx", SHEET)


@pytest.mark.parametrize(
    ("code", "lines"),
    [
        ("id", ["Kecamatan;Hutan (ha);Sawah (ha);Piksel", "Kapetakan;2002,44;0,07;12345", "'=1+1;;;7", "Losari;0,33;3,00;-"]),
        ("en", ["Kecamatan,Hutan (ha),Sawah (ha),Piksel", "Kapetakan,2002.44,0.07,12345", "'=1+1,,,7", "Losari,0.33,3.00,-"]),
    ],
)
def test_csv_of_each_language(tmp_path, code, lines):
    write_csv(str(tmp_path / "a.csv"), SHEET, code)
    raw = open(tmp_path / "a.csv", "rb").read()
    assert raw.startswith(b"\xef\xbb\xbf")
    assert raw.decode("utf-8-sig").split("\r\n") == [*lines, ""]


def test_csv_quotes_what_divides_it(tmp_path):
    rows = [['a;b,"c"\nd', 1.5], [NASTY, 2.5]]
    for code, sign in (("id", ";"), ("en", ",")):
        write_csv(str(tmp_path / "a.csv"), Sheet("", "", [], [Column("n"), Column("v", 1)], rows), code)
        with open(tmp_path / "a.csv", encoding="utf-8-sig", newline="") as file:
            read = list(csv.reader(file, delimiter=sign))
        assert read[1] == ['a;b,"c"\nd', "1,5" if code == "id" else "1.5"]
        assert read[2][0] == NASTY.replace("\ud800", "").replace("\x07", "")


def test_numbers_of_another_language():
    assert number(2002.44, 2) == "2,002.44"
    with numbers_in("id"):
        assert (number(2002.44, 2), language(), tr("Total")) == ("2.002,44", "en", "Total")
        for none in ("", None):
            with numbers_in(none):
                assert number(2002.44, 2) == "2.002,44"
        with numbers_in("en"):
            assert number(2002.44, 2) == "2,002.44"
        assert number(2002.44, 2) == "2.002,44"
    with pytest.raises(KeyError), numbers_in("id"):
        raise KeyError
    assert number(2002.44, 2) == "2,002.44"


def test_numbers_of_another_language_are_this_threads():
    seen = []
    with numbers_in("id"):
        thread = threading.Thread(target=lambda: seen.append(number(2002.44, 2)))
        thread.start()
        thread.join()
    assert seen == ["2,002.44"]


def test_english_numbers_in_indonesian_texts():
    text.use_translator(str, "id")
    try:
        with numbers_in("en"):
            assert (number(2002.44, 2), language()) == ("2,002.44", "id")
        with numbers_in(None):
            assert number(2002.44, 2) == "2.002,44"
    finally:
        text.use_translator(str, "en")
