"""Every algorithm on the sample district: what it is given, and the files that it then writes.

{district} is the district's folder; {trainforest.MODEL} is a file that another run has written.
"""

import csv
import json

from osgeo import gdal, ogr

RADAR = {when: [f"{{district}}/radar/{name}.tif" for name in names] for when, names in (
    ("PRE", ("pre_2024-03-04", "pre_2024-03-16", "pre_2024-03-28")), ("POST", ("post_2024-09-12", "post_2024-09-24")),
)}  # fmt: skip
DATES = [f"{{district}}/sentinel2_{when}.tif" for when in ("before", "after")]
BEFORE, AFTER = DATES
MAPS = {when.upper(): f"{{district}}/landcover_{when}.tif" for when in ("before", "after")}

# {algorithm: (parameters, {output: file name})}
RUNS = {
    "preparescene": ({"RASTERS": [AFTER], "BANDS": "B04,B03,B02,B08", "RESOLUTION": 20, "AOI": "{district}/district.gpkg"}, {"OUTPUT": "scene.tif"}),
    "composite": ({"INPUTS": DATES, "METHOD": "mean"}, {"OUTPUT": "composite.tif", "COUNT": "count.tif"}),
    "spectralindices": ({"INPUT": AFTER, "INDICES": "NDVI,NDWI", "KEEP_BANDS": False}, {"OUTPUT": "indices.tif"}),
    "despeckle": ({"INPUT": RADAR["PRE"][0], "SIZE": 5}, {"OUTPUT": "lee.tif"}),
    "despecklestack": ({"INPUTS": RADAR["PRE"], "SIZE": 5}, {"FOLDER": "stack"}),
    "backscatterunits": ({"INPUT": RADAR["PRE"][0], "TO": "db"}, {"OUTPUT": "db.tif"}),
    "segment": ({"INPUT": AFTER, "MIN_AREA_HA": 0.5, "DEVICE": "cpu"}, {"PROBABILITY": "probability.tif", "MASK": "mask.tif", "POLYGONS": "mines.gpkg"}),
    "segmentationaccuracy": (
        {"PREDICTION": "{segment.MASK}", "REFERENCE_POLYGONS": "{district}/mines_after.gpkg"},
        {"ERROR_MAP": "errors.tif", "TABLE": "table.csv", "REPORT": "report.html"},
    ),
    "trainingtiles": (
        {"INPUT": AFTER, "LABEL_POLYGONS": "{district}/mines_after.gpkg", "TILE": 64, "STRIDE": 64, "GROUP_DISTANCE": 0},
        {"FOLDER": "patches", "FOOTPRINTS": "footprints.gpkg"},
    ),
    "minealerts": (
        {"BEFORE_POLYGONS": "{district}/mines_before.gpkg", "AFTER_POLYGONS": "{district}/mines_after.gpkg", "PERMITS": "{district}/permits.gpkg"},
        {"OUTPUT": "alerts.gpkg", "REPORT": "report.html"},
    ),
    "trainforest": (
        {"INPUT": AFTER, "SAMPLES": "{district}/training_polygons.gpkg", "CLASS_FIELD": "class", "NAME_FIELD": "class_name", "TREES": 10, "FOLDS": 3},
        {"MODEL": "forest.onnx", "IMPORTANCE": "bands.csv", "REPORT": "report.html"},
    ),
    "classify": (
        {"INPUT": AFTER, "MODEL": "{trainforest.MODEL}"},
        {"OUTPUT": "classes.tif", "CONFIDENCE": "confidence.tif", "PROBABILITIES": "probabilities.tif"},
    ),
    "cleanclasses": ({"INPUT": "{district}/classified_after.tif", "METHOD": "sieve", "MIN_AREA_HA": 0.5}, {"OUTPUT": "clean.tif"}),
    "classpatches": ({"INPUT": MAPS["AFTER"], "CLASSES": "1,2", "CONNECT_8": False}, {"OUTPUT": "patches.gpkg"}),
    "changetable": (
        {**MAPS, "ZONES": "{district}/kecamatan.gpkg", "ZONE_FIELDS": "WADMKC"},
        {"OUTPUT": "change.csv", "CHANGE": "change.tif", "REPORT": "report.html"},
    ),
    "burnindex": (
        {"PRE": RADAR["PRE"][0], "POST": RADAR["POST"][0], "AOI": "{district}/district.gpkg"},
        {"OUTPUT": "rbr.tif", "REPORT": "report.html"},
    ),
    "burnthreshold": ({"INPUT": "{burnindex.OUTPUT}", "METHOD": "otsu"}, {"OUTPUT": "burned.tif", "REPORT": "report.html"}),
    "mapburn": (
        {**RADAR, "AOI": "{district}/district.gpkg", "POINTS": "{district}/fire_points.gpkg", "BURNED_FIELD": "burned",
         "ZONES": "{district}/kecamatan.gpkg", "ZONE_FIELD": "WADMKC"},
        {"RBR": "rbr.tif", "RBD": "rbd.tif", "BEST": "best.tif", "FOLDER": "all", "TABLE": "models.csv", "ZONE_TABLE": "zones.csv", "REPORT": "report.html"},
    ),
    "accuracy": (
        {"CLASSIFIED": "{district}/classified_after.tif", "POINTS": "{district}/validation_points.gpkg", "REFERENCE_FIELD": "reference",
         "SECOND_READER": "reader_2"},
        {"MATRIX": "matrix.csv", "METRICS": "metrics.csv", "EXCLUDED": "excluded.csv", "REPORT": "report.html", "JSON": "accuracy.json"},
    ),
    "samplepoints": ({"CLASSIFIED": MAPS["AFTER"], "TOTAL": 200, "MIN_PER_CLASS": 5}, {"OUTPUT": "points.gpkg"}),
    "areatable": (
        {"CLASSES": MAPS["AFTER"], "ZONES": "{district}/desa.gpkg", "ZONE_FIELDS": "WADMKC,WADMKD"},
        {"OUTPUT": "area.csv", "WIDE": "wide.csv", "CLOSURE": "closure.csv", "FAULTS": "faults.gpkg", "XLSX": "area.xlsx", "CSV": "signed.csv",
         "REPORT": "report.html"},
    ),
    "planoverlay": (
        {"LANDCOVER": MAPS["AFTER"], "PLAN": "{district}/rtrw.gpkg", "ADMIN": "{district}/kecamatan.gpkg", "RULES": "{district}/plan_rules.csv"},
        {"OUTPUT": "conformity.tif", "POLYGONS": "conformity.gpkg", "NONCONFORMITY": "visit.gpkg", "TABLE": "table.csv",
         "AVAILABILITY": "available.csv", "AVAILABLE": "available.tif", "RULES_OUT": "rules.csv", "XLSX": "plan.xlsx", "REPORT": "report.html"},
    ),
    "plancompare": (
        {"PLAN_OLD": "{district}/rtrw.gpkg", "PLAN_NEW": "{district}/rtrw.gpkg", "ADMIN": "{district}/kecamatan.gpkg"},
        {"OUTPUT": "table.csv", "CHANGES": "changes.gpkg", "REPORT": "report.html"},
    ),
    "sampledistrict": ({"SIZE": "small", "SEED": 3}, {"FOLDER": "district"}),
}  # fmt: skip


def filled(value, places):
    """A parameter with the names in braces replaced by what `places` has for them."""
    if isinstance(value, list):
        return [filled(one, places) for one in value]
    if isinstance(value, str):
        for name, path in places.items():
            value = value.replace(f"{{{name}}}", str(path))
    return value


def needed(algorithm):
    """The algorithms whose outputs this one is given."""
    text = json.dumps(RUNS[algorithm][0])
    return [other for other in RUNS if f"{{{other}." in text]


def open_whole(path):
    """Read everything in an output; fails where it is not whole, or where other programs could not open it."""
    ending = path.suffix.lower()
    if path.is_dir():
        inside = [one for one in path.rglob("*") if one.is_file()]
        assert inside, path
        for one in inside:
            open_whole(one)
    elif ending == ".tif":
        dataset = gdal.Open(str(path))
        for number in range(1, dataset.RasterCount + 1):
            assert dataset.GetRasterBand(number).Checksum() >= 0
        assert dataset.GetProjection()
    elif ending == ".csv":
        with open(path, encoding="utf-8-sig", newline="") as file:
            _, *rows = csv.reader(file)
        assert len({len(row) for row in rows}) <= 1, path
    elif ending in (".gpkg", ".xlsx"):
        dataset = ogr.Open(str(path))
        assert dataset.GetLayerCount()
        for layer in dataset:
            assert layer.GetFeatureCount() == sum(1 for _ in layer)
            assert layer.GetLayerDefn().GetFieldCount()
    elif ending == ".html":
        assert path.read_text(encoding="utf-8").rstrip().endswith("</html>")
    elif ending == ".json":
        assert json.loads(path.read_text(encoding="utf-8"))
    else:
        assert path.stat().st_size
