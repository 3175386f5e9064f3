"""The report of an assessment: the digits of published tables, plain answers, and nothing that only a machine would say."""

import re
import xml.etree.ElementTree as ET
from dataclasses import replace

import numpy as np
import pytest
from pantau.plugin.engine import text
from pantau.plugin.engine.accuracy.accuracy_report import report
from pantau.plugin.engine.accuracy.agreement import McNemar
from pantau.plugin.engine.accuracy.assessment import (
    AREA,
    BY_CLASS,
    BY_STRATUM,
    COUNT,
    SIMPLE,
    Assessment,
    Excluded,
    Metric,
    Pair,
    Readers,
    Region,
    Stratum,
)
from pantau.plugin.engine.accuracy.estimators import estimate_by_class, estimate_by_stratum, normal_quantile
from pantau.plugin.engine.accuracy.matrix import count_measures
from pantau.plugin.engine.raster.legend import PALETTE, Legend, LegendEntry
from pantau.plugin.engine.report.charts import Compared, compared_bars

Z = normal_quantile(0.95)
# Olofsson et al. 2014, Table 8.
OLOFSSON = np.array([[66, 0, 5, 4], [0, 55, 8, 12], [1, 0, 153, 11], [2, 1, 9, 313]])
OLOFSSON_HA = np.array([18_000.0, 13_500, 288_000, 580_500])
OLOFSSON_NAMES = ("deforestation", "forest gain", "stable forest", "stable non-forest")
# Inderapermana et al. 2023, here with rows = map.
CIREBON = np.array(
    [[5, 0, 0, 0, 0, 0], [0, 14, 0, 0, 0, 0], [0, 0, 10, 0, 0, 1], [0, 1, 0, 3, 0, 0], [0, 1, 0, 0, 13, 0], [2, 0, 0, 0, 0, 19]]
).T
CIREBON_HA = np.array([310.5, 820.25, 655.0, 12.75, 1204.0, 2210.5])
CIREBON_NAMES = ("vegetation", "water", "built-up", "sandy beach", "salt pond", "paddy")


def metric(scope, name, code, value, se=None, interval=None, zone=None):
    """A figure, nan as None; without an interval given, value -+ z se."""
    value, se = (None if one is None or not np.isfinite(one) else float(one) for one in (value, se))
    if interval is None and value is not None and se is not None:
        interval = (value - Z * se, value + Z * se)
    low, high = interval if interval is not None and value is not None else (None, None)
    return Metric(zone, scope, name, code, value, se, low, high)


def wilson(p, n):
    if not n or not np.isfinite(p):
        return None
    middle, half = p + Z**2 / (2 * n), Z * (p * (1 - p) / n + Z**2 / (4 * n * n)) ** 0.5
    return (middle - half) / (1 + Z**2 / n), (middle + half) / (1 + Z**2 / n)


def region(counts, sizes, codes, design=SIMPLE, names=None, zone=None, warnings=()):
    """What `count_measures` and the estimators say, as figures."""
    counts, total = np.asarray(counts), float(np.sum(sizes))
    counted, n = count_measures(counts), int(counts.sum())
    by_class = estimate_by_class(counts, sizes)
    area = by_class if design == BY_CLASS else estimate_by_stratum(counts[None], [total], finite=False)
    found = [metric(COUNT, "overall_accuracy", None, counted.overall, None, wilson(counted.overall, n))]
    se = counted.kappa_variance**0.5 if design == SIMPLE else None
    found += [metric(COUNT, "kappa", None, counted.kappa, se), metric(AREA, "overall_accuracy", None, *area.overall)]
    found.append(metric(AREA, "kappa", None, area.measures.kappa, se))
    for scope, one in ((COUNT, counted), (AREA, area.measures)):
        found += [
            metric(scope, "mcc", None, one.mcc), metric(scope, "quantity_disagreement", None, one.quantity),
            metric(scope, "allocation_disagreement", None, one.allocation),
        ]  # fmt: skip
        for place, code in enumerate(codes):
            for name in ("commission", "omission", "f1", "iou", "kappa_class"):
                found.append(metric(scope, name, code, getattr(one, name)[place]))
    for place, code in enumerate(codes):
        for name, sums in (("users", counts.sum(1)), ("producers", counts.sum(0))):
            value, estimate = getattr(counted, name)[place], getattr(area, name)
            found.append(metric(COUNT, f"{name}_accuracy", code, value, None, wilson(value, sums[place])))
            found.append(metric(AREA, f"{name}_accuracy", code, estimate.value[place], estimate.se[place]))
        share = area.area_proportion
        found.append(metric(AREA, "area_proportion", code, share.value[place], share.se[place]))
        found.append(metric(AREA, "area_ha", code, share.value[place] * total, share.se[place] * total))
    strata = [Stratum(None, "", total, 1.0, n)]
    if design != SIMPLE:
        names = names or [f"class {code}" for code in codes]
        strata = [Stratum(*one) for one in zip(codes, names, sizes, np.asarray(sizes) / total, counts.sum(1).tolist())]
    found = tuple(one._replace(zone=zone) for one in found)
    return Region(zone, counts, area.proportions, np.asarray(sizes, float), tuple(strata), found, tuple(warnings))


def assessed(counts, sizes, names, design=SIMPLE, **values):
    codes = range(1, len(names) + 1)
    legend = Legend(tuple(LegendEntry(code, name, name, PALETTE[code % len(PALETTE)]) for code, name in zip(codes, names)))
    usual = {
        "map_name": "map.tif", "points_name": "points.gpkg", "field": "class", "legend": legend, "design": design,
        "reason": "The samples were drawn class by class.", "confidence": 0.95, "accept_kappa": 0.85, "accept_overall": 0.7,
        "whole": region(counts, sizes, codes, design, names), "features": int(np.sum(counts)),
        "provenance": {"version": "1.0", "algorithm": "pantau:accuracy", "aoi": False},
    }  # fmt: skip
    return Assessment(**{**usual, **values})


def olofsson(**values):
    return assessed(OLOFSSON, OLOFSSON_HA, OLOFSSON_NAMES, BY_CLASS, **values)


def cirebon(**values):
    return assessed(CIREBON, CIREBON_HA, CIREBON_NAMES, **values)


def changed(assessment, scope, name, code=None, **values):
    """The assessment with some values of one figure of the whole map changed."""
    found = [
        one._replace(**values) if (one.scope, one.metric, one.code) == (scope, name, code) else one
        for one in assessment.whole.metrics
    ]
    return replace(assessment, whole=replace(assessment.whole, metrics=tuple(found)))


class Read:
    """A report as its reader sees it: text, and tables by caption or heading as rows of cells."""

    def __init__(self, assessment):
        self.html = report(assessment)
        body = self.html[self.html.index("<body>") : self.html.index("</html>")]
        self.page = ET.fromstring(body)  # noqa: S314
        self.text = words(self.page)
        assert not re.search(r"\b(nan|None|inf)\b", self.text)
        assert "{" not in self.text
        self.lead = words(next(one for one in self.page.iter("div") if one.get("class") == "lead"))

    def table(self, title):
        """The rows of the first table whose caption begins so, or after a heading that does."""
        heading = ""
        for one in self.page.iter():
            heading = words(one) if one.tag == "h2" else heading
            if one.tag == "table":
                caption = one.find("caption")
                if (heading if caption is None else words(caption)).startswith(title):
                    return [[words(cell) for cell in row if cell.tag in ("th", "td")] for row in one.iter("tr")]
        raise AssertionError(f"no table {title}")

    def row(self, title, name):
        return next(row for row in self.table(title) if row[0] == name)

    def has(self, heading):
        return any(words(one) == heading for one in self.page.iter("h2"))


def words(element):
    return " ".join(" ".join(element.itertext()).split())


def test_olofsson_table_8_in_print():
    page = Read(olofsson())
    assert "Overall accuracy is 94.65 % (95 % confidence interval 92.80 to 96.50 %; samples: 640)." in page.lead
    assert "Kappa is 0.8888: almost perfect (Landis and Koch 1977), trustworthy on the scale of three steps." in page.lead
    assert "The map reaches what was asked for: overall accuracy of at least 70 % and kappa of at least 0.85." in page.lead
    head = page.table("The figures of the whole map")
    assert head[0][:3] == ["Figure", "Samples as counted", "Area-weighted (headline)"]
    assert head[1][:3] == ["Overall accuracy (%)", "91.72", "94.65"]
    assert head[3][:3] == ["Kappa", "0.8700", "0.8888"]
    assert [row[0] for row in head].count("Its 95 % interval") == 1  # kappa has none
    assert page.row("The figures", "MCC")[1] == "0.8713"
    assert page.row("The figures", "Quantity disagreement (%)")[2] == "0.45"
    assert page.row("The figures", "Allocation disagreement (%)")[2] == "4.90"
    assert "its variance is known only for simple random samples" in page.text
    # SE of the share: the published half-widths in hectares over 900 000 ha and 1.959964.
    assert page.row("Accuracy of each class", "deforestation") == ["deforestation", "0.0035", "74.87", "88.00", "0.8771"]
    assert page.table("Accuracy of each class")[-2:] == [["Overall accuracy (%)", "94.65"], ["Kappa hat", "0.8888"]]
    assert page.row("Areas adjusted", "deforestation") == [
        "deforestation",
        "18,000.00",
        "21,157.76",
        "6,157.52",
        "15,000.24",
        "27,315.28",
        "2.35",
    ]
    for adjusted, margin in (("11,686.15", "3,755.76"), ("285,769.93", "15,509.55"), ("581,386.15", "16,281.36")):
        assert any(row[2:4] == [adjusted, margin] for row in page.table("Areas adjusted"))
    assert page.table("Areas adjusted")[-1][:3] == ["All classes", "900,000.00", "900,000.00"]
    weighted = page.row("All accuracies, area-weighted", "forest gain")
    assert [weighted[1], weighted[4]] == ["73.33", "84.72"]
    low, high = 100 * (0.847156 - Z * 0.129800), 100 * (0.847156 + Z * 0.129800)
    assert [float(one) for one in weighted[5:7]] == pytest.approx([low, high], abs=0.006)
    counted = page.row("All accuracies, samples as counted", "deforestation")
    assert counted[1:5] == ["88.00", "78.74", "93.56", "95.65"]
    assert page.row("Estimated share of the map", "deforestation") == ["deforestation", "1.76", "0", "0.13", "0.11", "2.00"]


def test_cirebon_can_be_pasted_as_printed():
    page = Read(cirebon())
    table = page.table("Error matrix: samples as counted; rows = map class, columns = reference class")
    assert table[1] == ["Map", *CIREBON_NAMES, "Total", "UA (%)"]
    assert table[2:] == [
        ["vegetation", "5", "0", "0", "0", "0", "2", "7", "71.43"],
        ["water", "0", "14", "0", "1", "1", "0", "16", "87.50"],
        ["built-up", "0", "0", "10", "0", "0", "0", "10", "100.00"],
        ["sandy beach", "0", "0", "0", "3", "0", "0", "3", "100.00"],
        ["salt pond", "0", "0", "0", "0", "13", "0", "13", "100.00"],
        ["paddy", "0", "0", "1", "0", "0", "19", "20", "95.00"],
        ["Total", "5", "14", "11", "4", "14", "21", "69", ""],
        ["PA (%)", "100.00", "100.00", "90.91", "75.00", "92.86", "90.48", ""],
        ["Overall accuracy (%)", "92.75"],
        ["Kappa", "0.9087"],
    ]
    assert "Rows: what the map says; columns: what the reference says." in page.text
    assert page.table("The figures")[0][1:3] == ["Samples as counted (headline)", "Area-weighted"]
    accuracies = page.table("Accuracy of each class, samples as counted")  # the scope of the headline
    assert accuracies[1][2:4] == ["100.00", "71.43"]
    assert accuracies[-2:] == [["Overall accuracy (%)", "92.75"], ["Kappa hat", "0.9087"]]
    assert page.html.index("All accuracies, samples as counted") < page.html.index("All accuracies, area-weighted")
    assert "0.85 lies within the interval of kappa" in page.lead
    for heading in ("Zones", "Two maps on the same samples", "Two interpreters"):
        assert not page.has(heading)
    assert "Nothing is left out. Features: 69; samples: 69." in page.text


@pytest.mark.parametrize(("overall", "kappa", "sentence"), [
    (0.7, 0.85, "The map reaches what was asked for: overall accuracy of at least 70 % and kappa of at least 0.85."),
    (0.69999, 0.9, "The map reaches the kappa asked for (0.85), but does not reach the overall accuracy asked for (70 %)."),
    (0.9, 0.84, "The map reaches the overall accuracy asked for (70 %), but does not reach the kappa asked for (0.85)."),
    (0.5, 0.1, "The map does not reach what was asked for, neither overall accuracy of 70 % nor kappa of 0.85."),
    (0.9, None, "cannot be said: kappa is not defined."),
])  # fmt: skip
def test_whether_the_map_is_accepted(overall, kappa, sentence):
    assessment = changed(olofsson(), AREA, "overall_accuracy", value=overall, low=None, high=None)
    page = Read(changed(assessment, AREA, "kappa", value=kappa))
    assert sentence in page.lead
    assert "70.00 % " not in page.lead or overall == 0.7  # what misses the limit does not read as the limit


def test_other_limits_are_printed_as_they_are():
    page = Read(cirebon(accept_overall=0.725, accept_kappa=0.8, confidence=0.995))
    assert "overall accuracy of at least 72.5 % and kappa of at least 0.8." in page.lead
    assert "99.5 % confidence interval" in page.lead


def test_without_figures_there_are_dashes():
    empty = assessed(np.zeros((2, 2), int), [10.0, 20.0], ("a", "b"))
    page = Read(replace(empty, whole=replace(empty.whole, metrics=(), strata=()), features=0))
    assert page.lead == "Nothing is known of the accuracy: no sample has a class both on the map and in the reference."
    assert page.row("The figures", "Kappa in words")[1:3] == ["not defined", "not defined"]
    Read(empty)
    page = Read(assessed([[6, 0], [0, 0]], [10.0, 20.0], ("a", "b"), BY_CLASS))  # kappa 0 / 0, a class nobody saw
    assert page.row("Accuracy of each class", "b") == ["b", "0.0000", "–", "–", "–"]
    assert [row[0] for row in page.table("All accuracies, area-weighted")[2:]] == ["a"]


@pytest.mark.parametrize(
    ("counts", "rows"), [([[1, 0, 0], [0, 0, 0], [0, 0, 0]], 1), ([[2, 1, 0], [1, 1, 0], [0, 0, 0]], 2), ([[9]], 1)]
)
def test_what_says_nothing_is_left_out(counts, rows):
    """One sample, fewer than two to a class, a single class: no accuracy of classes, no areas, only the classes that were met."""
    page = Read(assessed(counts, [10.0, 20.0, 30.0][: len(counts)], ("a", "b", "c")[: len(counts)], BY_CLASS))
    for heading in ("Accuracy of each class", "Area-weighted error matrix", "Adjusted areas", "Strata"):
        assert not page.has(heading)
    assert len(page.table("Error matrix")) == 6 + rows
    assert "User's accuracy (UA)" not in page.text
    assert "too few to speak of single classes" in page.text or len(counts) == 1


@pytest.mark.parametrize(("unsampled", "share", "verdict"), [
    (0.49, "51", "Nothing can be said for the whole map, nor whether it reaches what was asked for: 49 % of it was never sampled."),
    (0.0502, "95", "Nothing can be said for the whole map, nor whether it reaches what was asked for: 5 % of it was never sampled."),
    (0.0499, "95", "The map reaches what was asked for"), (0.0004, "99.96", "The map reaches what was asked for"),
])  # fmt: skip
def test_what_was_never_sampled_is_said_first(unsampled, share, verdict):
    assessment = olofsson()
    page = Read(replace(assessment, whole=replace(assessment.whole, unsampled_share=unsampled)))
    assert (
        f"Overall accuracy is 94.65 % (95 % confidence interval 92.80 to 96.50 %; samples: 640) of the {share} % of the map"
        in page.lead
    )
    assert verdict in page.lead
    assert ("The map reaches" in page.lead) == (unsampled <= 0.05)
    assert page.has("The figures of the sampled part of the map")
    assert "off by more than chance explains" not in page.text  # an area may be short of land that nobody looked at
    nothing = changed(assessment, AREA, "overall_accuracy", low=None, high=None)
    page = Read(replace(nothing, whole=replace(nothing.whole, unsampled_share=unsampled)))
    assert f"(samples: 640) of the {share} % of the map that was sampled; no interval can be given." in page.lead


def test_names_are_text():
    nasty = "<script>alert('1')</script> & \"x\""
    counts = np.array([[5, 1], [2, 4]])
    assessment = full(assessed(counts, [10.0, 20.0], (nasty, "b"), BY_STRATUM, map_name=nasty, points_name=nasty, field=nasty,
                               reason=nasty, strata_name=nasty, zones_name=nasty, warnings=[nasty]), nasty)  # fmt: skip
    page = Read(assessment)
    assert "<script" not in page.html
    assert page.row("Error matrix", nasty)[1:4] == ["5", "1", "6"]


def test_doubtful_intervals_are_marked_and_replaced():
    assessment = olofsson()
    near = changed(
        assessment, AREA, "overall_accuracy", value=0.99, low=0.97, high=1.01, score_low=0.96, score_high=0.997, doubtful=True
    )
    rare = changed(near, AREA, "area_ha", 1, score_low=16_100.0, score_high=29_000.0)
    rare = changed(rare, AREA, "area_ha", 2, score_low=9_000.0, score_high=17_000.5, doubtful=True)
    rare = changed(rare, AREA, "producers_accuracy", 2, score_low=0.535, score_high=0.965, doubtful=True)
    page = Read(rare)
    assert "(95 % confidence interval 96.00 to 99.70 %; samples: 640)" in page.lead
    assert page.row("The figures", "Its 95 % interval")[2] == "96.00 – 99.70 *"
    areas = page.table("Areas adjusted")
    assert areas[0][3:7] == ["± (ha)", "From (ha)", "To (ha)", "*"]
    assert areas[1][3:7] == ["6,157.52", "15,000.24", "27,315.28", ""]
    assert areas[2][3:7] == ["–", "9,000.00", "17,000.50", "*"]
    accuracies = page.table("All accuracies, area-weighted")
    assert accuracies[1][1:8] == ["value", "from", "to", "value", "from", "to", "*"]
    assert page.row("All accuracies, area-weighted", "forest gain")[4:8] == ["84.72", "53.50", "96.50", "*"]
    assert "*" not in page.table("All accuracies, samples as counted")[1]
    # The usual ones stand in the annex, once, and nothing else does.
    low, high = 100 * (0.847156 - Z * 0.129800), 100 * (0.847156 + Z * 0.129800)
    annex = page.table("Annex: the usual interval of the figures marked *")
    assert [row[0] for row in annex[2:]] == ["forest gain"]
    assert annex[2][1:3] == ["", ""]
    assert [float(one) for one in annex[2][3:5]] == pytest.approx([low, high], abs=0.006)
    area = [float(one.replace(",", "")) for one in annex[2][5:]]
    assert area == pytest.approx([11_686.15 - 3_755.76, 11_686.15 + 3_755.76], abs=0.02)
    assert "Of overall accuracy, area-weighted: 97.00 – 101.00 %." in page.text
    assert page.text.count(annex[2][6]) == 1
    page = Read(assessment)
    assert "cannot be trusted" not in page.text
    assert not page.has("Annex: the usual interval of the figures marked *")


def test_the_chart_and_its_caption_follow_the_interval_to_quote():
    """Usual interval 7 930 to 15 442 ha, score interval 9 000 to 17 000 ha: the line is the second."""
    page = Read(changed(olofsson(), AREA, "area_ha", 2, score_low=9_000.0, score_high=17_000.0, doubtful=True))
    space = "{http://www.w3.org/2000/svg}"
    svg = next(page.page.iter(space + "svg"))
    line = list(svg.iter(space + "path"))[1].get("d")
    left, right = map(float, re.findall(r"[MH]([\d.]+)", line)[:2])
    bar = next(one for one in svg.iter(space + "rect") if "forest gain, adjusted" in words(one))
    scale = float(bar.get("width")) / 11_686.15
    assert [(left - 150) / scale, (right - 150) / scale] == pytest.approx([9_000, 17_000], abs=60)
    assert "11,686 ha *" in words(svg)
    assert "21,158 ha *" not in words(svg)


def test_half_widths_are_whole_where_the_interval_is_cut():
    page = Read(changed(olofsson(), AREA, "area_ha", 1, high=20_000.0))
    assert page.row("Areas adjusted", "deforestation")[3] == "6,157.52"


def test_a_simple_sample_sorted_by_class_afterwards():
    strata = region(CIREBON, CIREBON_HA, range(1, 7), BY_CLASS, CIREBON_NAMES).strata
    assessment = cirebon()
    page = Read(replace(assessment, whole=replace(assessment.whole, strata=strata)))
    assert "sort them by the class of the map afterwards" in page.text
    assert not page.has("Strata")  # their areas and samples stand in the tables of classes


def test_strata_that_are_no_classes_have_a_table():
    strata = (Stratum(1, "lowland", 300_000.0, 1 / 3, 100), Stratum(2, "upland", 600_000.0, 2 / 3, 540))
    assessment = assessed(OLOFSSON, OLOFSSON_HA, OLOFSSON_NAMES, BY_STRATUM, strata_name="relief")
    page = Read(replace(assessment, whole=replace(assessment.whole, strata=strata)))
    assert page.table("Strata") == [
        ["relief", "% of the map", "Area (ha)", "Samples"], ["lowland", "33.33", "300,000.00", "100"],
        ["upland", "66.67", "600,000.00", "540"], ["All strata", "100.00", "900,000.00", "640"],
    ]  # fmt: skip


def test_strata_without_samples_keep_their_area():
    counts = OLOFSSON.copy()
    counts[1], counts[0] = 0, [1, 0, 0, 0]
    assessment = assessed(counts, OLOFSSON_HA, OLOFSSON_NAMES, BY_CLASS, warnings=["Look.", "Look."])
    page = Read(assessment)
    assert page.row("Areas adjusted", "Not known: strata without samples")[2] == "13,500.00"
    assert page.table("Areas adjusted")[-1][2] == "900,000.00"
    assert page.text.count("Look.") == 1
    told = [f"Stratum {place}." for place in range(4)]
    page = Read(replace(assessment, whole=replace(assessment.whole, warnings=tuple(told[:3]))))
    assert all(one in page.text for one in told[:3])
    page = Read(replace(assessment, whole=replace(assessment.whole, warnings=tuple(told))))
    assert not any(one in page.text for one in told)  # one sentence for all
    assert page.text.count("Strata without samples, of which nothing is known: 2 % of the area (forest gain).") == 1
    assert page.text.count("Strata with a single sample (deforestation): that gives no standard error") == 1


def full(assessment, name="new.tif"):
    """With zones, a second map, a second reader, and samples left out."""
    whole, codes = assessment.whole, tuple(entry.code for entry in assessment.legend)
    right = int(np.trace(whole.matrix))
    pair = Pair(
        name, whole.n, codes, whole.matrix, right - 3, whole.n - right - 2, McNemar(3, 2, 0.2, 1.0),
        (
            metric(COUNT, "second_overall_accuracy", None, (right - 1) / whole.n), metric(COUNT, "second_kappa", None, 0.8),
            metric(COUNT, "kappa_difference", None, 0.05, 0.02), metric(COUNT, "overall_difference", None, 1 / whole.n, 0.05),
            Metric(None, COUNT, "mcnemar", None, 0.2), Metric(None, COUNT, "mcnemar_p", None, 1.0),
        ),
    )  # fmt: skip
    agreed = (metric(COUNT, "reader_agreement", None, 0.9, None, (0.8, 0.95)), metric(COUNT, "reader_kappa", None, 0.7, 0.05))
    zones = [
        region(whole.matrix, whole.mapped_ha, codes, assessment.design, zone=f"{name} A"),
        replace(region(np.zeros_like(whole.matrix), whole.mapped_ha, codes, zone="B"), metrics=()),
    ]  # fmt: skip
    left_out = [Excluded(1, "outside", "1", 1), Excluded(2, "unknown_label", name, 4), Excluded(2, "duplicate", name, 3)]
    return replace(
        assessment, pair=pair, readers=Readers((f"{name} 1", f"{name} 2"), codes, whole.matrix, agreed, tuple(range(60)), 7, 1),
        zones=zones, excluded=left_out, clusters=12,
    )  # fmt: skip


def test_zones_readers_and_what_was_left_out():
    page = Read(full(cirebon(zones_name="Kecamatan")))
    assert page.row("Accuracy of each zone, samples as counted", "new.tif A")[1:3] == ["69", "92.75"]
    zone = page.row("Accuracy of each zone", "B")
    assert zone[1:6] == ["0", "–", "–", "–", "–"]
    assert zone[-1] == "no samples"
    assert page.row("User's accuracy of each class in each zone", "vegetation") == ["vegetation", "71.4", "–"]
    sentence = "The two interpreters agree on 90.00 % of the features that both have labelled (69). Kappa between them is 0.7000: substantial."
    left_out = "Left out of this are features without a second label (7) and features whose second label the map does not know (1)."
    assert f"{sentence} {left_out}" in page.text
    assert "Features with two different labels, to be looked at again: 60. Ids of the first 50: 0, 1," in page.text
    assert ", 49." in page.text
    rows = page.table("Samples left out")
    assert [row[:3] for row in rows[1:]] == [
        ["Outside the map", "1", "1"], ["Duplicate", "1", "3"], ["Unknown label", "1", "4"], ["All left out", "2", "8"],
    ]  # fmt: skip
    assert "Unknown labels: new.tif (1)." in page.text
    assert "Groups of samples 12" in page.text


def test_classes_of_zones_need_five_samples():
    """In the zone five samples are mapped as the first class, four as the second; four are of the first in truth, five of the second."""
    counts = [[4, 1], [0, 4]]
    zone = region(counts, [10.0, 20.0], (1, 2), BY_CLASS, zone="A")
    page = Read(assessed(np.array(counts) * 9, [10.0, 20.0], ("a", "b"), BY_CLASS, zones=[zone]))
    assert page.table("User's accuracy of each class in each zone")[1:] == [["a", "80.0"]]
    assert page.table("Producer's accuracy of each class in each zone")[1:] == [["b", f"{100 * 20 / (20 + 10 / 5):.1f}"]]
    assert "–: fewer than 5 samples of the class" in page.text
    one = region([[4, 0], [0, 4]], [10.0, 20.0], (1, 2), BY_CLASS, zone="A")
    assert "in each zone" not in Read(assessed(np.array(counts) * 9, [10.0, 20.0], ("a", "b"), BY_CLASS, zones=[one])).text


@pytest.mark.parametrize(("samples", "unsampled", "remark"), [
    ((10, 0, 0, 10, 10), 0.12, "12 % of the zone has no samples: sea, road"), ((10, 9, 1, 10, 10), 0.0, "single sample: sea"),
    ((1, 0, 1, 9, 9), 0.003, "0.3 % of the zone has no samples: road; single sample: sea, river"),
    ((0, 0, 0, 0, 9), 0.9996, "99.96 % of the zone has no samples: sea, road, river, ..."), ((9,) * 5, 0.2, "20 % of the zone has no samples"),
])  # fmt: skip
def test_remarks_on_zones_are_whole_and_short(samples, unsampled, remark):
    named = zip(("river", "road", "sea", "pond", "hill"), (0.02, 0.04, 0.08, 0.01, 0.85), samples)
    strata = tuple(Stratum(place, name, 100 * share, share, count) for place, (name, share, count) in enumerate(named))
    zone = region(OLOFSSON, OLOFSSON_HA, range(1, 5), BY_CLASS, zone="A", warnings=("Long, and said elsewhere.",))
    page = Read(olofsson(zones=[replace(zone, strata=strata, unsampled_share=unsampled)]))
    assert page.row("Accuracy of each zone", "A")[-1] == remark
    assert "said elsewhere" not in page.text


def test_one_of_anything_reads_well():
    """A figure of one, with the words that would be wrong for it."""
    counts = np.array([[5, 1], [2, 4]])
    assessment = full(assessed(counts, [10.0, 20.0], ("a", "b"), BY_CLASS))
    readers = replace(assessment.readers, differing=(4,), missing=1, unknown=1)
    zones = [region(counts, [10.0, 20.0], (1, 2), BY_CLASS, zone=f"{place}") for place in range(51)]
    page = Read(replace(assessment, readers=readers, features=1, zones=zones, excluded=assessment.excluded[:1]))
    assert "Zones that are in the table of figures only: 1." in page.text
    assert not re.search(r"\b1 (more )?(features|zones|points|samples|labels|strata|classes)\b", page.text)


def test_many_zones_and_labels_are_cut():
    zones = [region(CIREBON, CIREBON_HA, range(1, 7), zone=f"zone {place}") for place in range(60)]
    excluded = [Excluded(place, "unknown_label", f"label {place}", 1) for place in range(30)]
    page = Read(cirebon(zones=zones, excluded=excluded))
    assert [row[0] for row in page.table("Accuracy of each zone")[2:]] == [f"zone {place}" for place in range(50)]
    assert "Zones that are in the table of figures only: 10." in page.text
    assert "in each zone" not in page.text
    assert "Unknown labels, the most frequent 20 of 30: label 0 (1)," in page.text


@pytest.mark.parametrize(("only_first", "only_second", "p", "answer"), [
    (5, 25, 0.00026, "Yes, new.tif is better than map.tif: its overall accuracy is 20.00 percentage points higher, more than chance explains. "
     "Decided by McNemar's test at 95 % confidence (p = 0.0003)."),
    (25, 5, 0.00001, "No, new.tif is worse than map.tif: its overall accuracy is 20.00 percentage points lower, more than chance explains. "
     "Decided by McNemar's test at 95 % confidence (p < 0.0001)."),
    (5, 8, 0.58, "It is not shown that new.tif is better than map.tif: its overall accuracy is 3.00 percentage points higher, but chance alone"),
    (8, 5, 0.58, "No, new.tif does not come out better than map.tif: its overall accuracy is 3.00 percentage points lower, though chance"),
    (0, 0, 1.0, "No: new.tif is not better than map.tif; both have the same overall accuracy on these samples."),
])  # fmt: skip
def test_is_the_second_map_really_better(only_first, only_second, p, answer):
    statistic = (only_first - only_second) ** 2 / (only_first + only_second) if only_first + only_second else float("nan")
    gain = (only_second - only_first) / 100
    figures = (
        metric(COUNT, "second_overall_accuracy", None, 0.6 + gain), metric(COUNT, "overall_difference", None, -gain, 0.03),
        metric(COUNT, "second_kappa", None, 0.5), metric(COUNT, "kappa_difference", None, -0.125, 0.05),
    )  # fmt: skip
    both = 60 - only_first
    pair = Pair(
        "new.tif", 100, (1,), np.array([[100]]), both, 40 - only_second, McNemar(only_first, only_second, statistic, p), figures
    )
    page = Read(cirebon(pair=pair))
    assert answer in page.text
    assert page.table("Two maps")[2:4] == [
        ["right", str(both), str(only_first), "60"],
        ["wrong", str(only_second), str(40 - only_second), "40"],
    ]
    assert page.row("Both maps", "Overall accuracy (%), samples as counted")[1:4] == [
        "60.00",
        f"{60 + 100 * gain:.2f}",
        f"{-100 * gain:.2f}",
    ]
    assert page.row("Both maps", "Kappa, samples as counted")[1:] == ["0.3750", "0.5000", "-0.1250", "-0.2230", "-0.0270"]
    assert page.row("McNemar", "Chi-square, one degree of freedom")[1] == (f"{statistic:.4f}" if only_first else "–")


def test_under_strata_the_interval_of_the_difference_decides():
    """McNemar's p of .0001 would say better; the samples that differ stand for little land."""
    figures = (
        metric(AREA, "second_overall_accuracy", None, 0.91), metric(AREA, "overall_difference", None, -0.01, 0.01),
        metric(COUNT, "second_overall_accuracy", None, 0.95), metric(COUNT, "overall_difference", None, -0.05, 0.01),
    )  # fmt: skip
    pair = Pair("new.tif", 640, (1,), np.array([[640]]), 500, 60, McNemar(24, 56, 12.8, 0.0003), figures)
    page = Read(olofsson(pair=pair))
    assert "It is not shown that new.tif is better" in page.text
    assert "Decided by the 95 % interval of the difference." in page.text
    assert "The test takes every sample as independent" not in page.text  # a warning of the assessment says so
    assert "90.00 91.00 -1.00 -2.96 0.96" in page.text


def many(classes, zones, seed=0, **values):
    """A map of many classes, four of five samples right, in as many zones."""
    rng = np.random.default_rng(seed)

    def counts(n):
        reference = rng.integers(0, classes, n)
        mapped = np.where(rng.random(n) < 0.8, reference, rng.integers(0, classes, n))
        return np.bincount(mapped * classes + reference, minlength=classes**2).reshape(classes, classes)

    kinds = ("Hutan lahan kering sekunder", "Pertanian lahan kering campur semak", "Tambak", "Permukiman", "Tanah terbuka")
    names = [f"{kinds[place % len(kinds)]} {place}" for place in range(classes)]
    sizes = rng.gamma(1, 20_000, classes)
    parts = [
        region(counts(20 + 3 * place), sizes / zones, range(1, classes + 1), BY_CLASS, zone=f"Kecamatan {place}",
               warnings=("Stratum Tambak 2 has no samples: nothing is known of its 3.22 % of the map.",) * (place % 3))
        for place in range(zones)
    ]  # fmt: skip
    return assessed(counts(60 * classes), sizes, names, BY_CLASS, zones=parts, zones_name="Kecamatan", **values)


def test_many_classes_have_codes_for_columns():
    page = Read(many(20, 3))
    table = page.table("Error matrix")
    assert table[1] == ["Map", *map(str, range(1, 21)), "Total", "UA (%)"]
    assert table[2][0] == "1 Hutan lahan kering sekunder 0"
    assert "The columns are named by the codes of the classes." in page.text
    page = Read(many(40, 1))
    assert 'class="crowded"' in page.html
    assert "The map has 40 classes: the shares of all their pairs are in the table of the matrix only." in page.text


def test_the_chart_compares_areas():
    rows = [Compared("a", 100.0, 50.0, -10.0, 200.0), Compared("b <i>", 0.0, None)]
    root = ET.fromstring(compared_bars(rows, ("m", "n"), title="t", colors=("#BDBDBD", "#0072B2"), decimals=0, unit="ha"))  # noqa: S314
    space = "{http://www.w3.org/2000/svg}"
    bars = {words(one): one for one in root.iter(space + "rect") if len(one)}
    assert set(bars) == {"a, m: 100 ha", "a, n: 50 ha", "b <i>, m: 0 ha"}
    first, second = (float(bars[f"a, {one} ha"].get("width")) for one in ("m: 100", "n: 50"))
    assert first / second == pytest.approx(2, abs=1e-3)
    left, right = map(float, re.findall(r"[MH]([\d.]+)", next(root.iter(space + "path")).get("d"))[:2])
    assert right - left == pytest.approx(2 * first, abs=0.02)  # from 0, not from -10, to 200
    assert left == float(bars["a, m: 100 ha"].get("x"))


def test_the_page_speaks_the_user_s_language():
    text.use_translator(str, "id")
    try:
        html = report(olofsson())
    finally:
        text.use_translator(str, "en")
    assert '<html lang="id">' in html
    assert "94,65 %" in html
    assert "581.386,15" in html
    shown = re.sub(r"<(svg|style).*?</\1>", "", html.split("<body>")[1], flags=re.S)
    assert not re.search(r"\d\.\d\d\b", re.sub(r' sd(val|num)="[^"]*"', "", shown))  # which are for spreadsheets
