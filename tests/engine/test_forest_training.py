"""Random forests: scikit-learn's own figures, honest cross-validation, separability by hand, report and card."""

import math
import re
import shutil
import xml.etree.ElementTree as ET
from dataclasses import replace

import numpy as np
import pytest
from osgeo import gdal, ogr
from pantau.plugin.engine.errors import Cancelled, PantauError
from pantau.plugin.engine.landcover.forest import read_model, write_forest
from pantau.plugin.engine.landcover.labels import LabelledShapes
from pantau.plugin.engine.landcover.samples import ClassCount, Samples, take_samples
from pantau.plugin.engine.landcover.separability import jeffries_matusita
from pantau.plugin.engine.landcover.training import Settings, _folds, check_settings, earth_engine, grow, predict, train_forest
from pantau.plugin.engine.landcover.training_report import report
from pantau.plugin.engine.monitor import Monitor
from pantau.plugin.engine.raster.legend import Legend, LegendEntry
from pantau.plugin.engine.raster.sensors import Band
from pantau.plugin.engine.report.charts import Curve, Level, curves, level_bars
from scenes import Notes
from sklearn.ensemble import BaggingClassifier, RandomForestClassifier
from sklearn.model_selection import StratifiedGroupKFold, cross_val_predict
from sklearn.tree import DecisionTreeClassifier

SVG = "{http://www.w3.org/2000/svg}"
NASTY = '<b>H\u00fatan</b> & "x"'


def made(values, columns, groups=None, names=None, bands=None):
    """Samples as `take_samples` gives them."""
    values, columns = np.asarray(values, np.float32), np.asarray(columns, np.int64)
    groups = np.arange(len(values)) if groups is None else np.asarray(groups, np.int64)
    names = names or [f"c{column}" for column in range(columns.max() + 1)]
    entries = tuple(LegendEntry(code, name, name, f"#0000{code:02X}") for code, name in enumerate(names))
    counts = [
        ClassCount(entry, int((columns == place).sum()), len(set(groups[columns == place])), 1, 0, 0, 0, 0)
        for place, entry in enumerate(entries)
    ]
    bands = bands or [Band(f"b{number}") for number in range(values.shape[1])]
    return Samples(values, columns, groups, np.arange(len(values)), Legend(entries), bands, [(1.0, 0.0)] * len(bands), None, counts, 0, 0, 0, {}, "image.tif", "drawn")  # fmt: skip


def blobs(count=60, classes=3, seed=0):
    """Two bands that tell the classes apart, and one of noise; groups of five."""
    random = np.random.default_rng(seed)
    columns = np.repeat(np.arange(classes), count)
    values = random.normal(size=(len(columns), 3))
    values[:, 0] += 4 * columns
    values[:, 1] -= 4 * columns
    return made(values, columns, np.arange(len(columns)) // 5)


# -- against scikit-learn, on pixels that GDAL alone has picked


def burned(raster, vector, field):
    """(values, class names, features) of the pixels that GDAL burns, in the raster's order, without Pantau's code."""
    image = gdal.Open(str(raster))
    moved = gdal.VectorTranslate("", str(vector), format="Memory", dstSRS=image.GetProjection(), reproject=True)
    layer = moved.GetLayer(0)
    layer.CreateField(ogr.FieldDefn("burn", ogr.OFTInteger))
    names = []
    for feature in list(layer):
        names.append(feature.GetField(field))
        feature.SetField("burn", len(names))
        layer.SetFeature(feature)
    target = gdal.GetDriverByName("MEM").Create("", image.RasterXSize, image.RasterYSize, 1, gdal.GDT_Int32)
    target.SetGeoTransform(image.GetGeoTransform())
    target.SetProjection(image.GetProjection())
    gdal.RasterizeLayer(target, [1], layer, options=["ATTRIBUTE=burn"])
    burn, values = target.ReadAsArray().ravel(), image.ReadAsArray().reshape(image.RasterCount, -1)
    its = (burn > 0) & (values != -99999).all(axis=0)
    return values[:, its].T.astype(np.float32), np.array(names)[burn[its] - 1], burn[its] - 1


def features_of(vector, field):
    dataset = ogr.Open(str(vector))
    layer = dataset.GetLayer(0)
    rows = [(bytes(feature.GetGeometryRef().ExportToWkb()), feature.GetField(field)) for feature in layer]
    return LabelledShapes(
        [r[0] for r in rows], layer.GetSpatialRef().ExportToWkt(), [r[1] for r in rows], name="drawn", field=field
    )


PLACES = {
    "amazon": ("sentinel2_amazon", "sen2.tif", "trainingPolygons_sen2.gpkg", "class", 5),
    "carolina": ("landsat7_north_carolina", "landsat_multiband.tif", "landsat96_polygons.shp", "label", 5),
}


@pytest.fixture(scope="module")
def place(data, tmp_path_factory, request):
    folder, raster, vector, field, folds = PLACES[request.param]
    target = tmp_path_factory.mktemp("place") / folder
    shutil.copytree(data / "landcover" / folder, target, copy_function=shutil.copyfile)
    target.chmod(0o755)
    return target, target / raster, target / vector, field, folds


@pytest.mark.parametrize("place", list(PLACES), indirect=True)
@pytest.mark.filterwarnings("ignore")
def test_figures_are_those_of_scikit_learn(place):
    folder, raster, vector, field, folds = place
    values, classes, groups = burned(raster, vector, field)
    theirs = RandomForestClassifier(50, oob_score=True, random_state=0).fit(values, classes)
    parts = StratifiedGroupKFold(folds, shuffle=True, random_state=0)
    held_out = cross_val_predict(RandomForestClassifier(50, random_state=0), values, classes, groups=groups, cv=parts)

    ours = train_forest(take_samples(str(raster), features_of(vector, field), monitor=Monitor()), Settings(), Monitor())
    assert np.array_equal(ours.samples.values, values)
    assert ours.out_of_bag.measures.overall == pytest.approx(theirs.oob_score_, abs=1e-12)
    assert ours.cross_validation.folds == folds
    assert ours.cross_validation.estimate.measures.overall == pytest.approx((held_out == classes).mean(), abs=1e-12)
    assert [one.impurity for one in ours.importance] == pytest.approx(theirs.feature_importances_, abs=1e-12)
    if "amazon" in str(folder):
        assert ours.cross_validation.estimate.measures.overall > 0.98


@pytest.mark.parametrize("place", ["carolina"], indirect=True)
def test_the_model_calls_every_pixel_what_scikit_learn_calls_it(place, tmp_path):
    _, raster, vector, field, _ = place
    values, classes, _ = burned(raster, vector, field)
    theirs = RandomForestClassifier(50, random_state=0).fit(values, classes)
    trained = train_forest(take_samples(str(raster), features_of(vector, field), monitor=Monitor()), Settings(), Monitor())
    write_forest(str(tmp_path / "m.onnx"), trained.forest, trained.card("m"))
    model = read_model(str(tmp_path / "m.onnx"))
    scene = gdal.Open(str(raster)).ReadAsArray().reshape(5, -1).T
    scene = np.ascontiguousarray(scene[(scene != -99999).all(axis=1)], np.float32)
    codes = model.session.run(["label"], {"pixels": scene})[0]
    names = np.array([model.legend.find(code).name for code in range(1, 8)])
    wrong = names[codes - 1] != theirs.predict(scene)
    ties = np.sort(theirs.predict_proba(scene[wrong]), axis=1)
    assert wrong.mean() < 0.01
    assert ties[:, -1] == pytest.approx(ties[:, -2], abs=1e-6)


@pytest.mark.parametrize("share", [0.5, 1.0])
@pytest.mark.parametrize("balance", [False, True])
def test_with_replacement_is_the_random_forest(share, balance):
    samples = blobs()
    settings = Settings(trees=23, features_per_split=2, min_leaf=3, max_depth=4, sample_share=share, balance=balance, seed=7)
    ours = grow(samples.values, samples.columns, settings, Monitor())
    theirs = RandomForestClassifier(
        23, max_features=2, min_samples_leaf=3, max_depth=4, max_samples=None if share == 1 else share, random_state=7,
        class_weight="balanced_subsample" if balance else None, oob_score=True,
    ).fit(samples.values, samples.columns)  # fmt: skip
    assert np.array_equal(predict(ours.trees, samples.values, 3), theirs.predict(samples.values))
    assert ours.out_of_bag.argmax(axis=1).tolist() == theirs.oob_decision_function_.argmax(axis=1).tolist()


# -- drawing without replacement


def test_each_tree_sees_half_the_samples_once():
    samples = blobs()
    settings = replace(earth_engine(Settings(trees=20)), features_per_split=1)
    grown = grow(samples.values, samples.columns, settings, Monitor())
    assert [tree.tree_.n_node_samples[0] for tree in grown.trees] == [90] * 20
    assert [tree.tree_.weighted_n_node_samples[0] for tree in grown.trees] == [90] * 20
    seen = {tuple(tree.tree_.value[0].ravel()) for tree in grown.trees}
    assert len(seen) > 10  # not the same half
    votes = grown.out_of_bag.sum(axis=1)
    assert votes.sum() == pytest.approx(20 * 90)  # a tree votes for the half that it has not seen
    assert (votes < 20).all()


def test_out_of_bag_is_not_what_the_trees_know_by_heart():
    random = np.random.default_rng(3)
    columns = random.integers(0, 2, 600)
    grown = grow(random.normal(size=(600, 4)).astype(np.float32), columns, replace(earth_engine(Settings()), features_per_split=2), Monitor())  # fmt: skip
    assert 0.42 < (grown.out_of_bag.argmax(axis=1) == columns).mean() < 0.58  # nothing is to be learned: chance


@pytest.mark.parametrize("place", ["carolina"], indirect=True)
def test_bagged_trees_are_as_good_as_those_of_scikit_learn(place):
    _, raster, vector, field, _ = place
    values, classes, _ = burned(raster, vector, field)
    random = np.random.default_rng(0)
    train = random.random(len(values)) < 0.5
    columns = np.unique(classes, return_inverse=True)[1]
    settings = replace(earth_engine(Settings(trees=200)), features_per_split=2)
    ours = predict(grow(values[train], columns[train], settings, Monitor()).trees, values[~train], 7) == columns[~train]
    theirs = BaggingClassifier(DecisionTreeClassifier(max_features="sqrt"), 200, max_samples=0.5, bootstrap=False, random_state=0)
    theirs = theirs.fit(values[train], columns[train]).predict(values[~train]) == columns[~train]
    assert ours.mean() == pytest.approx(theirs.mean(), abs=0.015)


def test_all_samples_without_replacement_leave_nothing_out_of_the_bag():
    trained = train_forest(blobs(), Settings(trees=3, replacement=False), Monitor())
    assert trained.out_of_bag is None
    assert trained.card("m")["pantau:evaluation"]["oob_accuracy"] is None
    assert "Out of bag" not in report(trained, "m")


def test_balance_helps_the_small_class():
    random = np.random.default_rng(0)
    columns = (np.arange(1000) % 20 == 0).astype(int)
    values = random.normal(size=(1000, 2)) + 1.2 * columns[:, None]
    found = {}
    for balance in (False, True):
        for replacement in (False, True):
            settings = Settings(trees=30, min_leaf=20, balance=balance, sample_share=0.7, replacement=replacement)
            matrix = train_forest(made(values, columns), settings, Monitor()).cross_validation.estimate.matrix
            found[balance, replacement] = matrix[1, 1] / matrix[:, 1].sum()
    assert found[True, True] > found[False, True] + 0.3
    assert found[True, False] > found[False, False] + 0.3


# -- judging


def test_groups_do_not_leak():
    """Each group is a cluster of its own, and its class is drawn by lot: what is known of one says nothing of another."""
    random = np.random.default_rng(1)
    groups = np.repeat(np.arange(60), 20)
    values = random.normal(size=(60, 4))[groups] * 10 + random.normal(size=(1200, 4)) * 0.01
    columns = np.arange(60)[groups] % 2
    trained = train_forest(made(values, columns, groups), Settings(), Monitor())
    assert trained.out_of_bag.measures.overall > 0.99
    assert trained.cross_validation.estimate.measures.overall < 0.7
    alone = train_forest(made(values, columns), Settings(), Monitor())  # the same, if no group is known
    assert alone.cross_validation.estimate.measures.overall > 0.99


def regrouped(samples, *sizes):
    """The samples, with so many groups of each class."""
    own = [1000 * place + np.arange(60) * size // 60 for place, size in enumerate(sizes)]
    return made(samples.values, samples.columns, np.concatenate(own))


def test_a_class_of_few_groups_takes_no_folds_from_the_others():
    notes = Notes()
    trained = train_forest(regrouped(blobs(), 12, 12, 2), Settings(), notes)
    assert trained.cross_validation.folds == len(trained.cross_validation.accuracies) == 5
    assert notes.warnings == ["Judged by few groups, so that their accuracy is uncertain: c2 (2)."]
    matrix = trained.cross_validation.estimate.matrix
    assert matrix.sum(axis=0).tolist() == [60, 60, 60]  # each sample once; columns: the reference
    assert matrix[2, 2] > 50  # the other group of c2 was learned from
    assert notes.shares == sorted(notes.shares)


def test_folds_are_no_more_than_groups():
    notes = Notes()
    trained = train_forest(regrouped(blobs(), 3, 2, 3), Settings(), notes)
    assert trained.cross_validation.folds == 3
    assert notes.warnings[1:] == ["3 folds instead of 5, since no class has samples of more groups."]


@pytest.mark.parametrize("seed", range(8))
@pytest.mark.parametrize("mixed", [False, True])
def test_each_sample_is_judged_once_without_its_group(seed, mixed):
    """Also with classes of few groups, and with groups of several classes."""
    random = np.random.default_rng(seed)
    columns = np.sort(random.choice(4, 300, p=[0.6, 0.25, 0.1, 0.05]))
    columns[:4] = range(4)
    groups = random.integers(0, 12, 300) if mixed else 100 * columns + random.integers(0, 1 + np.array([20, 7, 3, 1])[columns])
    parts = _folds(made(random.normal(size=(300, 2)), columns, groups), Settings(folds=int(random.integers(2, 12)), seed=seed), [])
    assert sorted(np.concatenate([test for _, test in parts])) == list(range(300))
    for train, test in parts:
        assert len(train) + len(test) == 300
        assert not set(groups[train]) & set(groups[test])
        assert len(set(columns[train])) >= 2


def test_a_class_of_one_group_counts_as_errors():
    notes = Notes()
    trained = train_forest(regrouped(blobs(), 12, 1, 12), Settings(trees=10), notes)
    assert trained.cross_validation.folds == 5
    assert "count as errors in the cross-validation: c1." in notes.warnings[0]
    matrix = trained.cross_validation.estimate.matrix
    assert matrix[1, 1] == 0
    assert matrix.sum(axis=0).tolist() == [60, 60, 60]  # columns: the reference
    assert "It knows c1 least" not in report(trained, "m")  # nothing is known of it


def test_the_headline_names_the_class_that_is_known_least():
    random = np.random.default_rng(0)
    columns = np.repeat([0, 1, 2], 60)
    values = random.normal(size=(180, 1)) + np.array([0, 9, 10])[columns][:, None]
    html = report(train_forest(made(values, columns), Settings(trees=10), Monitor()), "m")
    assert re.search(r"It knows c[12] least: [\d.]+ % of its samples; the largest part of the others is taken for c[12]\.", html)


@pytest.mark.parametrize(("classes", "sizes"), [(3, (1, 1, 1)), (2, (12, 1))])
def test_without_two_classes_to_learn_from_there_is_no_cross_validation(classes, sizes):
    notes = Notes()
    trained = train_forest(regrouped(blobs(classes=classes), *sizes), Settings(trees=10), notes)
    assert trained.cross_validation is None
    assert trained.importance[0].permutation is None
    assert [("there is no cross-validation" in text) for text in notes.warnings] == [True]
    assert trained.card("m")["pantau:evaluation"]["cv_accuracy"] is None
    assert "Out of bag the forest gives" in report(trained, "m")


def test_a_class_with_one_sample_is_in_the_model_and_named():
    samples, notes = blobs(), Notes()
    columns = np.append(samples.columns, 3)
    values = np.vstack([samples.values, [[50, 50, 50]]])
    trained = train_forest(made(values, columns, np.append(samples.groups, 99)), Settings(), notes)
    assert "Fewer than 30 samples, too few to learn from or to judge by: c3 (1)." in notes.warnings
    assert trained.forest.shares.shape[1] == 4
    assert trained.card("m")["pantau:training"]["samples"] == {"0": 60, "1": 60, "2": 60, "3": 1}


def test_what_was_dropped_is_said():
    notes = Notes()
    conflicts = {("a", "b"): 1, ("a", "c"): 7, ("b", "c"): 2}
    train_forest(replace(blobs(), conflicts=conflicts, no_class=4, no_shape=0), Settings(trees=5), notes)
    assert notes.warnings == [
        "Pixels in features of two classes, used for neither: 10; of these a / c (7), b / c (2), a / b (1).",
        "Features without a class, not used: 4.",
    ]


def test_pixels_that_only_look_empty_are_told_apart():
    notes, samples = Notes(), blobs()
    counts = [replace(samples.counts[0], nodata=7), *samples.counts[1:]]
    train_forest(replace(samples, counts=counts, undeclared=5), Settings(trees=5), notes)
    assert notes.warnings[0] == "Pixels of samples without data, not used: 2."
    assert "or the largest number of the type, in all bands, not used: 5. Nothing in the raster declares" in notes.warnings[1]


def test_permutation_finds_the_band_that_matters():
    random = np.random.default_rng(0)
    columns = np.repeat([0, 1], 150)
    values = random.normal(size=(300, 3))
    values[:, 1] += 10 * columns
    first, second, third = train_forest(made(values, columns), Settings(features_per_split=3), Monitor()).importance
    assert second.permutation == pytest.approx(0.5, abs=0.06)  # shuffled, it is right half the time
    assert second.permutation_std < 0.1
    assert abs(first.permutation) < 0.02
    assert abs(third.permutation) < 0.02
    assert first.impurity + second.impurity + third.impurity == pytest.approx(1)
    assert second.impurity > 0.95


def test_the_seed_decides_all():
    one, same, other = (train_forest(blobs(), Settings(trees=10, seed=seed), Monitor()) for seed in (4, 4, 5))
    assert all(np.array_equal(a, b) for a, b in zip(one.forest, same.forest))
    assert (one.sha256, one.importance, one.cross_validation.accuracies) == (same.sha256, same.importance, same.cross_validation.accuracies)  # fmt: skip
    assert one.sha256 != other.sha256
    values = blobs().values.copy()
    values[0, 0] += 1
    assert train_forest(replace(blobs(), values=values), Settings(trees=10, seed=4), Monitor()).sha256 != one.sha256


def test_the_root_of_the_number_of_bands_rounded_down():
    samples = made(np.random.default_rng(0).normal(size=(60, 8)), np.arange(60) % 2)
    assert train_forest(samples, Settings(trees=2), Monitor()).settings.features_per_split == 2
    with pytest.raises(PantauError, match="FEATURES_PER_SPLIT is 9, and image.tif has 8 bands"):
        train_forest(samples, Settings(trees=2, features_per_split=9), Monitor())


@pytest.mark.parametrize(("change", "words"), [
    ({"trees": 0}, "TREES is 0"), ({"features_per_split": 0}, "FEATURES_PER_SPLIT is 0"), ({"min_leaf": 0}, "MIN_LEAF is 0"), ({"max_depth": 0}, "MAX_DEPTH is 0"),
    ({"folds": 1}, "FOLDS is 1"), ({"seed": -1}, "SEED is -1"), ({"sample_share": 0.0}, "SAMPLE_SHARE is 0"), ({"sample_share": 1.5}, "SAMPLE_SHARE is 1.5"),
    ({"sample_share": math.nan}, "SAMPLE_SHARE is nan"),
])  # fmt: skip
def test_numbers_out_of_range(change, words):
    with pytest.raises(PantauError, match=words):
        check_settings(replace(Settings(), **change))


@pytest.mark.parametrize("replacement", [True, False])
@pytest.mark.parametrize("after", [0.1, 0.9])
def test_cancel(replacement, after):
    with pytest.raises(Cancelled):
        train_forest(blobs(), Settings(replacement=replacement), Notes(after))


# -- separability


def bhattacharyya_of_two_normals(mean, variance, others_mean, others_variance):
    """In one dimension (Kailath 1967), by hand."""
    half = (variance + others_variance) / 2
    return (mean - others_mean) ** 2 / half / 8 + math.log(half / math.sqrt(variance * others_variance)) / 2


def test_jeffries_matusita_by_hand():
    one, other = [-1.0, 0.0, 1.0], [1.0, 4.0, 7.0]  # means 0 and 4, variances 1 and 9: B = 16/5/8 + ln(5/3)/2 = .65541, JM = .96155
    found = jeffries_matusita(np.array([[v] for v in one + other]), np.array([0, 0, 0, 1, 1, 1]), 2)
    assert found[0, 1] == found[1, 0] == pytest.approx(0.96155, abs=1e-5)
    assert np.isnan(found[0, 0])


def cross(middle, radii):
    """Points on the axes around a middle: covariance diag(radii ** 2) * 2 / (2 * bands - 1)."""
    steps = np.diag(radii)
    return np.array(middle) + np.vstack([steps, -steps])


def test_jeffries_matusita_of_independent_bands_adds_the_distances():
    one, other = cross([0, 0, 0], [1, 2, 3]), cross([1, -1, 2], [2, 2, 1])
    unit = 2 / 5  # 6 points a class
    total = sum(
        bhattacharyya_of_two_normals(m, unit * a * a, n, unit * b * b) for m, a, n, b in ((0, 1, 1, 2), (0, 2, -1, 2), (0, 3, 2, 1))
    )
    columns = np.repeat([0, 1], 6)
    values = np.vstack([one, other])
    wanted = 2 * (1 - math.exp(-total))
    assert jeffries_matusita(values, columns, 2)[0, 1] == pytest.approx(wanted, abs=1e-6)
    turned = values @ np.linalg.qr(np.random.default_rng(0).normal(size=(3, 3)))[0] * [1, 100, 0.01] + 7
    assert jeffries_matusita(turned, columns, 2)[0, 1] == pytest.approx(wanted, abs=1e-6)  # any linear change of the bands


def test_jeffries_matusita_of_singular_covariances():
    random = np.random.default_rng(0)
    values, columns = random.normal(size=(200, 2)), np.repeat([0, 1], 100)
    values[100:] += 1
    alone = jeffries_matusita(values, columns, 2)[0, 1]
    twice = jeffries_matusita(np.column_stack([values, values[:, 0], np.full(200, 9.0)]), columns, 2)[0, 1]
    assert twice == pytest.approx(alone, abs=1e-4)  # a band again, and one that is the same everywhere, tell nothing more
    values[:100, 0] = 0  # no variance in one class
    assert jeffries_matusita(values, columns, 2)[0, 1] > 1.98
    assert np.isnan(jeffries_matusita(values[98:], columns[98:], 2)[0, 1])  # two samples, two bands


def test_jeffries_matusita_ends_at_0_and_2():
    values = np.random.default_rng(0).normal(size=(300, 2))
    found = jeffries_matusita(np.vstack([values, values, values + 1000]), np.repeat([0, 1, 2], 300), 3)
    assert found[0, 1] == pytest.approx(0, abs=1e-9)
    assert found[0, 2] == pytest.approx(2, abs=1e-9)


# -- the report


def test_the_report_is_well_formed_and_escaped():
    bands = [Band("B04", "red", 664.6), Band("B08", "nir", 832.8), Band(NASTY, "", 700.0)]
    samples = replace(blobs(), bands=bands, legend=made(blobs().values, blobs().columns, names=[NASTY, "water", "bare"]).legend)
    html = report(train_forest(samples, Settings(trees=5), Monitor()), NASTY)
    assert "<b>H" not in html
    for part in html.split("<svg")[1:]:
        ET.fromstring("<svg" + part.split("</svg>")[0] + "</svg>")
    for words in ("Predicted", "Reference", "Out of bag", "Cross-validation", "Separability", "by wavelength", "Kappa"):
        assert words in html


def test_bars_from_zero():
    root = ET.fromstring(level_bars([Level("a", 4.0, 1.0), Level("b", -1.0), Level("c", 0.0)], title="T", color="#123456", decimals=1, unit="%"))  # fmt: skip
    bars = root.findall(f"{SVG}rect")
    widths, starts = [float(bar.get("width")) for bar in bars], [float(bar.get("x")) for bar in bars]
    assert widths[0] == pytest.approx(4 * widths[1], abs=0.05)
    assert widths[2] == 0
    assert starts[1] + widths[1] == pytest.approx(starts[0], abs=0.02)  # to the left of zero
    assert "".join(root.itertext()).count("-1.0 %") == 3  # beside the bar, in its tooltip and in the description
    ET.fromstring(level_bars([Level("a", 0.0)], title="T", color="#123456", decimals=1, unit=""))


def test_curves_stand_at_their_places():
    lines = [
        Curve("forest", "#00FF00", [1.0, 3.0, 2.0], [0.5, 0.5, 0.0]),
        Curve("water", "#0000FF", [1.0, 1.0, 1.0], [0.0, 0.0, 0.0]),
    ]
    root = ET.fromstring(curves([400, 500, 800], ["blue", "green", "nir"], lines, title="T"))
    points = [
        [tuple(map(float, pair.split(","))) for pair in line.get("points").split()] for line in root.findall(f"{SVG}polyline")
    ]
    (x0, y0), (x1, y1), (x2, y2) = points[0]
    assert (x2 - x0) == pytest.approx(4 * (x1 - x0), abs=0.3)
    assert y1 < y2 < y0  # upwards on the page
    assert (y0 - y1) == pytest.approx(2 * (y0 - y2), abs=0.2)
    band = [tuple(map(float, pair.split(","))) for pair in root.findall(f"{SVG}polygon")[0].get("points").split()]
    assert band[0][1] - y0 == pytest.approx(-(y0 - y1) / 4, abs=0.2)
    many = [Curve(f"a class with a long name {n}", "#000000", [1.0], [0.0]) for n in range(30)]
    root = ET.fromstring(curves([1], ["b"], many, title="T"))
    assert max(float(text.get("x")) for text in root.findall(f"{SVG}text")) < 720
