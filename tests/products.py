"""Small satellite products in the folder layout, with the file names and the metadata of the real ones."""

import json
import os
import tarfile
import zipfile

import numpy as np
import pytest
from osgeo import gdal, osr
from scenes import UTM50S

WEST, NORTH = 499980.0, 9900040.0  # the tile's corner
TILE, SENSED = "T50MNB", "20230801T022531"
SAFE = "S2A_MSIL2A_20230801T022531_N0509_R046_T50MNB_20230801T062531.SAFE"
BANDS = ["B01", "B02", "B03", "B04", "B05", "B06", "B07", "B08", "B8A", "B09", "B10", "B11", "B12"]  # by band_id
NATIVE = {
    **dict.fromkeys(("B02", "B03", "B04", "B08"), 10),
    **dict.fromkeys(("B05", "B06", "B07", "B8A", "B11", "B12"), 20),
    **dict.fromkeys(("B01", "B09", "B10"), 60),
}
LANDSAT = "LC08_L2SP_117061_20230715_20230725_02_T1"


def jpeg2000():
    """Skip where no JPEG 2000 can be written."""
    if gdal.GetDriverByName("JP2OpenJPEG") is None:
        pytest.skip("this GDAL has no JP2OpenJPEG")


def image(path, array, size_m, driver="JP2OpenJPEG", nodata=None):
    """Write (rows, cols) or (bands, rows, cols) without loss, its corner at the tile's."""
    planes = array if array.ndim == 3 else array[None]
    kind = {"uint8": gdal.GDT_Byte, "uint16": gdal.GDT_UInt16}[planes.dtype.name]
    memory = gdal.GetDriverByName("MEM").Create("", planes.shape[2], planes.shape[1], len(planes), kind)
    memory.SetGeoTransform((WEST, size_m, 0, NORTH, 0, -size_m))
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(UTM50S)
    memory.SetProjection(reference.ExportToWkt())
    for number, plane in enumerate(planes, 1):
        memory.GetRasterBand(number).WriteArray(plane)
        if nodata is not None:
            memory.GetRasterBand(number).SetNoDataValue(nodata)
    options = ["TILED=YES", "COMPRESS=DEFLATE"]
    if driver == "JP2OpenJPEG":
        tile = {10: 1024, 20: 640, 60: 192}[size_m]  # as ESA stores them
        options = ["QUALITY=100", "REVERSIBLE=YES", "YCBCR420=NO", f"BLOCKXSIZE={tile}", f"BLOCKYSIZE={tile}", "GMLJP2=YES"]
    os.makedirs(os.path.dirname(path), exist_ok=True)
    gdal.GetDriverByName(driver).CreateCopy(str(path), memory, options=options)
    if os.path.exists(str(path) + ".aux.xml"):
        os.remove(str(path) + ".aux.xml")


def safe(
    folder, bands, scl=None, classi=None, clouds_gml=None, baseline="05.09", offsets=None, level="L2A", special=True, name=None
):
    """A Sentinel-2 SAFE. bands: {(name, size_m): (rows, cols) of uint16}; scl at 20 m; classi (3, rows, cols) at 60 m.

    offsets: {band: added number}; None: -1000 for all from baseline 04.00 on. clouds_gml: rings of opaque clouds in metres.
    """
    jpeg2000()
    name = name or (SAFE if level == "L2A" else SAFE.replace("L2A", "L1C"))
    root = os.path.join(str(folder), name)
    granule = f"GRANULE/{level}_{TILE}_A042334_{SENSED}"
    images = []

    def add(which, size_m, array):
        place = f"{granule}/IMG_DATA/R{size_m}m/{TILE}_{SENSED}_{which}_{size_m}m"
        if level == "L1C":
            place = f"{granule}/IMG_DATA/{TILE}_{SENSED}_{which}"
        image(os.path.join(root, place + ".jp2"), array, size_m)
        images.append(place)

    for (which, size_m), array in bands.items():
        add(which, size_m, array)
    if scl is not None:
        add("SCL", 20, scl.astype(np.uint8))
    quality = os.path.join(root, granule, "QI_DATA")
    os.makedirs(quality)
    if classi is not None:
        image(os.path.join(quality, "MSK_CLASSI_B00.jp2"), classi.astype(np.uint8), 60)
    if clouds_gml is not None:
        with open(os.path.join(quality, "MSK_CLOUDS_B00.gml"), "w") as file:
            file.write(gml(clouds_gml))
    if offsets is None and baseline >= "04.00":
        offsets = dict.fromkeys(BANDS, -1000)
    with open(os.path.join(root, f"MTD_MSI{level}.xml"), "w") as file:
        file.write(metadata(name, images, baseline, offsets or {}, level, special))
    open(os.path.join(root, "manifest.safe"), "w").write("<xfdu:XFDU/>")
    return root


def metadata(name, images, baseline, offsets, level, special):
    tag, value = ("BOA_ADD_OFFSET", "BOA_QUANTIFICATION_VALUE") if level == "L2A" else ("RADIO_ADD_OFFSET", "QUANTIFICATION_VALUE")
    around = "BOA_ADD_OFFSET_VALUES_LIST" if level == "L2A" else "Radiometric_Offset_List"
    lines = "".join(f'<{tag} band_id="{BANDS.index(band)}">{number}</{tag}>' for band, number in offsets.items())
    quantification = f'<{value} unit="none">10000</{value}>'
    if level == "L2A":
        quantification = (
            f"<QUANTIFICATION_VALUES_LIST>{quantification}"
            '<AOT_QUANTIFICATION_VALUE unit="none">1000.0</AOT_QUANTIFICATION_VALUE></QUANTIFICATION_VALUES_LIST>'
        )
    pairs = (("NODATA", 0), ("SATURATED", 65535)) if special else ()
    specials = "".join(
        f"<Special_Values><SPECIAL_VALUE_TEXT>{text}</SPECIAL_VALUE_TEXT><SPECIAL_VALUE_INDEX>{index}</SPECIAL_VALUE_INDEX></Special_Values>"
        for text, index in pairs
    )
    number = level[1:]
    return f"""<?xml version="1.0" encoding="UTF-8" standalone="no"?>
<n1:Level-{number}_User_Product xmlns:n1="https://psd-14.sentinel2.eo.esa.int/PSD/User_Product_Level-{number}.xsd">
  <n1:General_Info>
    <Product_Info>
      <PRODUCT_START_TIME>2023-08-01T02:25:31.024Z</PRODUCT_START_TIME>
      <PRODUCT_URI>{name}</PRODUCT_URI>
      <PROCESSING_LEVEL>Level-{number}</PROCESSING_LEVEL>
      <PROCESSING_BASELINE>{baseline}</PROCESSING_BASELINE>
      <Datatake datatakeIdentifier="GS2A_20230801T022531_042334_N05.09">
        <SPACECRAFT_NAME>Sentinel-2A</SPACECRAFT_NAME>
        <DATATAKE_SENSING_START>2023-08-01T02:25:31.024Z</DATATAKE_SENSING_START>
      </Datatake>
      <Product_Organisation><Granule_List>
        <Granule datastripIdentifier="S2A_OPER" granuleIdentifier="S2A_OPER" imageFormat="JPEG2000">
          {"".join(f"<IMAGE_FILE>{image}</IMAGE_FILE>" for image in images)}
        </Granule>
      </Granule_List></Product_Organisation>
    </Product_Info>
    <Product_Image_Characteristics>
      {specials}
      {quantification}
      {f"<{around}>{lines}</{around}>" if lines else ""}
    </Product_Image_Characteristics>
  </n1:General_Info>
</n1:Level-{number}_User_Product>
"""


def gml(rings):
    members = "".join(
        f"""<eop:MaskFeature gml:id="OPAQUE.{n}"><eop:maskType codeSpace="urn:gs2:S2PDGS:maskType">OPAQUE</eop:maskType>
<eop:extentOf><gml:Polygon gml:id="OPAQUE.{n}_Polygon"><gml:exterior><gml:LinearRing>
<gml:posList srsDimension="2">{" ".join(f"{x} {y}" for x, y in ring)}</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon>
</eop:extentOf></eop:MaskFeature>"""
        for n, ring in enumerate(rings)
    )
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<eop:Mask xmlns:eop="http://www.opengis.net/eop/2.0" xmlns:gml="http://www.opengis.net/gml/3.2" gml:id="S2A_OPER_MSK_CLOUDS">
<eop:maskMembers>{members}</eop:maskMembers></eop:Mask>"""


def landsat(folder, bands, qa_pixel=None, level="L2SP", name=LANDSAT, endings=("txt",)):
    """A Landsat product. bands: {number: (rows, cols) of uint16} at 30 m."""
    root = os.path.join(str(folder), name)
    os.makedirs(root)
    contents = {"LANDSAT_PRODUCT_ID": name, "PROCESSING_LEVEL": level, "COLLECTION_NUMBER": "02"}
    second, first = {}, {}
    for number, array in bands.items():
        file = f"{name}_SR_B{number}.TIF"
        image(os.path.join(root, file), array, 30, "GTiff", 0)
        contents[f"FILE_NAME_BAND_{number}"] = file
        second |= {f"REFLECTANCE_MULT_BAND_{number}": "2.75e-05", f"REFLECTANCE_ADD_BAND_{number}": "-0.2"}
        first |= {f"REFLECTANCE_MULT_BAND_{number}": "2.0000E-05", f"REFLECTANCE_ADD_BAND_{number}": "-0.100000"}
    if qa_pixel is not None:
        contents["FILE_NAME_QUALITY_L1_PIXEL"] = f"{name}_QA_PIXEL.TIF"
        image(os.path.join(root, f"{name}_QA_PIXEL.TIF"), qa_pixel.astype(np.uint16), 30, "GTiff", 1)
    groups = {
        "PRODUCT_CONTENTS": contents,
        "IMAGE_ATTRIBUTES": {"SPACECRAFT_ID": f"LANDSAT_{int(name[2:4])}", "DATE_ACQUIRED": "2023-07-15"},
        "LEVEL2_SURFACE_REFLECTANCE_PARAMETERS": second,
        "LEVEL1_RADIOMETRIC_RESCALING": first,  # the same keys, other numbers, and later in the file
    }
    write = {"txt": _mtl, "xml": _mtl_xml, "json": _mtl_json}
    for ending in endings:
        open(os.path.join(root, f"{name}_MTL.{ending}"), "w").write(write[ending](groups))
    return root


def _mtl(groups):
    lines = ["GROUP = LANDSAT_METADATA_FILE"]
    for group, entries in groups.items():
        quoted = {key: value if "BAND" in key and "FILE" not in key else f'"{value}"' for key, value in entries.items()}
        lines += [f"  GROUP = {group}", *(f"    {key} = {value}" for key, value in quoted.items()), f"  END_GROUP = {group}"]
    return "\n".join([*lines, "END_GROUP = LANDSAT_METADATA_FILE", "END", ""])


def _mtl_xml(groups):
    inner = "".join(f"<{g}>{''.join(f'<{k}>{v}</{k}>' for k, v in entries.items())}</{g}>" for g, entries in groups.items())
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<LANDSAT_METADATA_FILE>{inner}</LANDSAT_METADATA_FILE>'


def _mtl_json(groups):
    return json.dumps({"LANDSAT_METADATA_FILE": groups})


def zipped(root, path, inside=None):
    """A zip of a product's folder, as the Copernicus browser gives it. inside: the folder's name therein."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for folder, _, files in os.walk(root):
            for file in files:
                whole = os.path.join(folder, file)
                archive.write(whole, os.path.join(inside or os.path.basename(root), os.path.relpath(whole, root)))
    return str(path)


def tarred(root, path):
    """A tar of a Landsat product's files, without a folder, as the USGS gives it."""
    with tarfile.open(path, "w:gz" if str(path).endswith("gz") else "w") as archive:
        for file in sorted(os.listdir(root)):
            archive.add(os.path.join(root, file), file)
    return str(path)
