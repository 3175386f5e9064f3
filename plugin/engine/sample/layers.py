"""The district's vector layers: one GeoPackage each, the same to the last byte for the same seed."""

from __future__ import annotations

import contextlib
import html
from typing import Any, Iterator, Sequence, Tuple

from osgeo import gdal, ogr

from ..errors import PantauError
from ..raster.gdal_guard import attempt, quiet, spatial_reference
from ..raster.legend import Legend
from ..text import tr

STAMP = "2024-12-31T00:00:00.000Z"  # a GeoPackage keeps the time of its making
KINDS = {int: ogr.OFTInteger, float: ogr.OFTReal, str: ogr.OFTString}


@contextlib.contextmanager
def layer(path: str, crs: str, kind: int, fields: Sequence[Tuple[str, type]]) -> Iterator[_Writer]:
    """A new GeoPackage with one layer, named as the file is. Raises PantauError where it cannot be written."""
    name = path.replace("\\", "/").rsplit("/", 1)[-1].rsplit(".", 1)[0]
    gdal.SetThreadLocalConfigOption("OGR_CURRENT_DATE", STAMP)
    try:
        with quiet() as messages:
            source = attempt(ogr.GetDriverByName("GPKG").CreateDataSource, path)
            table = attempt(source.CreateLayer, name, spatial_reference(crs), kind) if source is not None else None
            if table is not None:
                for field, of in fields:
                    table.CreateField(ogr.FieldDefn(field, KINDS[of]))
                table.StartTransaction()
                yield _Writer(table)
                attempt(table.CommitTransaction)
            table = source = None
        if messages:
            raise PantauError(
                tr("{path} cannot be written ({reason}): free space on the disk or choose another folder.").format(
                    path=path, reason=messages.last()
                )
            )
    finally:
        gdal.SetThreadLocalConfigOption("OGR_CURRENT_DATE", None)


class _Writer:
    def __init__(self, table: ogr.Layer) -> None:
        self._table, self._definition = table, table.GetLayerDefn()

    def add(self, geometry: ogr.Geometry, *values: Any) -> None:
        """One feature, its values in the order of the fields."""
        feature = ogr.Feature(self._definition)
        for number, value in enumerate(values):
            if value is not None:
                feature.SetField(number, value)
        feature.SetGeometry(geometry)
        attempt(self._table.CreateFeature, feature)


def several(polygons: Sequence[bytes]) -> ogr.Geometry:
    """One multipolygon of WKB polygons."""
    result = ogr.Geometry(ogr.wkbMultiPolygon)
    for wkb in polygons:
        result.AddGeometry(ogr.CreateGeometryFromWkb(wkb))
    return result


def point(east: float, north: float) -> ogr.Geometry:
    """A point."""
    result = ogr.Geometry(ogr.wkbPoint)
    result.AddPoint_2D(float(east), float(north))
    return result


def write_style(path: str, legend: Legend) -> None:
    """A QGIS style beside a class raster: the colour table of a TIFF always has 256 entries, and QGIS lists them all."""
    entries = "".join(
        f'<paletteEntry value="{e.code}" color="{e.color}" alpha="255" label="{html.escape(e.label())}"/>' for e in legend
    )
    with open(path.rsplit(".", 1)[0] + ".qml", "w", encoding="utf-8", newline="\n") as file:
        file.write(
            '<!DOCTYPE qgis>\n<qgis version="3.22"><pipe><rasterrenderer type="paletted" band="1" opacity="1" alphaBand="-1">'
            f"<colorPalette>{entries}</colorPalette></rasterrenderer></pipe></qgis>\n"
        )
