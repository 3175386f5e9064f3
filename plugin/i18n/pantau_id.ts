<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="id_ID" sourcelanguage="en">
<context>
    <name>Pantau</name>
    <message>
        <source> (brought onto the grid of the map)</source>
        <translation> (disesuaikan dengan grid peta)</translation>
    </message>
    <message>
        <source>&lt;p&gt;Finds open-pit mines in a Sentinel-2 image and measures them: a probability raster, a mask, and polygons with hectares. For officers who watch where mines open; any other ONNX segmentation model works too.&lt;/p&gt;&lt;p&gt;&lt;b&gt;How.&lt;/b&gt; Choose the image and press Run. The shipped model takes red, green and blue (B04, B03, B02) at 10 m, in reflectance x 10 000 or from 0 to 1, without the 1000 that Sentinel-2 products have added since 2022: subtract it first. Bands are found by their names, else say them in Bands, in the model&apos;s order, such as 3,2,1. It was trained in Brazil: look at the polygons on the image before you use them.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Outputs.&lt;/b&gt; Probability from 0 to 1 (stored as 0 to 200, nodata 255, or as 32-bit numbers). Mask: one code a class, 0 for the background, 255 for no data. Polygons along pixel edges: class, class_name, area_ha (hectares on the ellipsoid), prob_mean, prob_max, model, checksum.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Choices.&lt;/b&gt; Minimum area and hole filling are in hectares and act on mask and polygons. The area of interest limits what is read and what is written. Device: auto (a GPU where one works, else the CPU), cpu, cuda, tensorrt. Probability type: uint8, float32. Overlap is in percent of a tile&apos;s side (of 1024 px where the tile size is left empty); scale mean and scale std are in the raster&apos;s own values: what the model sees is (value - mean) / std.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Example.&lt;/b&gt; qgis_process run pantau:segment -- INPUT=scene.tif MIN_AREA_HA=0.5 MASK=mines.tif POLYGONS=mines.gpkg&lt;/p&gt;&lt;p&gt;&lt;b&gt;Source.&lt;/b&gt; U-Net: Ronneberger, Fischer and Brox 2015. Areas: Snyder 1987. Overlapping tiles are blended with smooth weights before the threshold, so that no seams remain.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Menemukan tambang terbuka pada citra Sentinel-2 dan mengukur luasnya: raster probabilitas, mask kelas, dan poligon dengan luas dalam hektare. Ditujukan bagi petugas yang memantau pembukaan tambang; model segmentasi ONNX lain juga dapat digunakan.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Cara.&lt;/b&gt; Pilih citra, lalu tekan Jalankan. Model bawaan memerlukan kanal merah, hijau, dan biru (B04, B03, B02) pada 10 m, berupa reflektansi x 10.000 atau dari 0 sampai 1, tanpa tambahan 1000 yang ada pada produk Sentinel-2 sejak 2022: kurangkan dahulu. Kanal dikenali dari namanya, jika tidak sebutkan di Kanal menurut urutan model, misalnya 3,2,1. Model ini dilatih di Brasil: periksa poligon di atas citra sebelum menggunakannya.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Keluaran.&lt;/b&gt; Probabilitas dari 0 sampai 1 (disimpan sebagai 0 sampai 200, tanpa data 255, atau sebagai bilangan 32-bit). Mask kelas: satu kode untuk setiap kelas, 0 untuk latar belakang, 255 untuk tanpa data. Poligon mengikuti tepi piksel: class, class_name, area_ha (hektare pada elipsoid), prob_mean, prob_max, model, checksum.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Pilihan.&lt;/b&gt; Luas minimum dan pengisian lubang dinyatakan dalam hektare dan berlaku untuk mask kelas dan poligon. Area kajian membatasi bagian yang dibaca dan ditulis. Perangkat: auto (GPU jika berfungsi, jika tidak CPU), cpu, cuda, tensorrt. Tipe data probabilitas: uint8, float32. Tumpang tindih dinyatakan dalam persen dari sisi petak (dari 1024 px jika ukuran petak dikosongkan); rata-rata (mean) dan simpangan baku (std) untuk penskalaan memakai satuan nilai raster itu sendiri: yang diterima model adalah (value - mean) / std.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Contoh.&lt;/b&gt; qgis_process run pantau:segment -- INPUT=scene.tif MIN_AREA_HA=0.5 MASK=mines.tif POLYGONS=mines.gpkg&lt;/p&gt;&lt;p&gt;&lt;b&gt;Sumber.&lt;/b&gt; U-Net: Ronneberger, Fischer, dan Brox 2015. Luas: Snyder 1987. Petak yang bertumpang tindih dipadukan dengan bobot yang halus sebelum ambang diterapkan, sehingga tidak ada bekas sambungan.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;Makes an invented kabupaten, with all the images and layers that Pantau&apos;s algorithms ask for. For officers who want to try a tool before they trust it with their own data, and for tutorials: everything in it is known.&lt;/p&gt;&lt;p&gt;&lt;b&gt;How.&lt;/b&gt; Choose a new or empty folder and press Run. Sizes: small (512 x 512 pixels of 10 m, a second or two, 20 MB), medium (2048, about 15 seconds, 320 MB), large (8192, some minutes, 5 GB). The same seed gives the same district; another seed, another one.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Outputs.&lt;/b&gt; sentinel2_before.tif and sentinel2_after.tif (10 bands, reflectance x 10 000, with haze and clouds; scl_... says where), landcover_... as raster and polygons, classified_after.tif (a map with known mistakes), dem.tif; radar/: Sentinel-1-like VH and VV in power, 20 m, ten dates before and ten after the fires; kecamatan, desa, rtrw (the plan, in the ministry&apos;s fields), permits, mines_..., burn_scars, training_points, training_polygons, validation_points, hotspots, fire_points; plan_rules.csv. Coordinates: WGS 84 / UTM 50 S.&lt;/p&gt;&lt;p&gt;&lt;b&gt;truth.json&lt;/b&gt; says what is true: hectares on the ellipsoid, from the polygons and not from pixels, of every class, change, mine, permit, burn scar, zone, kecamatan and desa, and the accuracies of the classified map.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Example.&lt;/b&gt; qgis_process run pantau:sampledistrict -- SIZE=small SEED=0 FOLDER=sample&lt;/p&gt;&lt;p&gt;&lt;b&gt;Source.&lt;/b&gt; Spectra: PROSAIL (Jacquemoud et al. 2009, Feret et al. 2017), RStoolbox, spyndex; backscatter: usual values. Nothing here shows a real place, and the plan&apos;s rules are an example.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Membuat kabupaten rekaan, lengkap dengan semua citra dan layer yang diminta algoritme Pantau. Ditujukan bagi petugas yang ingin mencoba suatu alat sebelum memercayakan datanya sendiri, dan untuk tutorial: semua isinya diketahui.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Cara.&lt;/b&gt; Pilih folder baru atau folder kosong, lalu tekan Jalankan. Ukuran: small (kecil: 512 x 512 piksel 10 m, satu atau dua detik, 20 MB), medium (sedang: 2048, sekitar 15 detik, 320 MB), large (besar: 8192, beberapa menit, 5 GB). Benih acak (seed) yang sama menghasilkan kabupaten yang sama; benih lain, kabupaten lain.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Keluaran.&lt;/b&gt; sentinel2_before.tif dan sentinel2_after.tif (10 kanal, reflektansi x 10.000, dengan kabut tipis dan awan; scl_... menunjukkan letaknya), landcover_... (tutupan lahan) sebagai raster dan poligon, classified_after.tif (peta dengan kesalahan yang diketahui), dem.tif; radar/: VH dan VV serupa Sentinel-1 dalam satuan daya (power), 20 m, sepuluh tanggal sebelum dan sepuluh tanggal sesudah kebakaran; kecamatan, desa, rtrw (rencana tata ruang, dengan field menurut format kementerian), permits (izin), mines_... (tambang), burn_scars (bekas terbakar), training_points, training_polygons, validation_points, hotspots, fire_points; plan_rules.csv. Koordinat: WGS 84 / UTM 50 S.&lt;/p&gt;&lt;p&gt;&lt;b&gt;truth.json&lt;/b&gt; menyatakan yang sebenarnya: luas dalam hektare pada elipsoid, dari poligon dan bukan dari piksel, untuk setiap kelas, perubahan, tambang, izin, bekas terbakar, zona, kecamatan, dan desa, serta akurasi peta hasil klasifikasi.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Contoh.&lt;/b&gt; qgis_process run pantau:sampledistrict -- SIZE=small SEED=0 FOLDER=sample&lt;/p&gt;&lt;p&gt;&lt;b&gt;Sumber.&lt;/b&gt; Spektrum: PROSAIL (Jacquemoud dkk. 2009, Feret dkk. 2017), RStoolbox, spyndex; hamburan balik: nilai yang lazim. Tidak ada bagian data ini yang menggambarkan tempat nyata, dan aturan rencana tata ruangnya hanya contoh.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;Says how well a map of mines agrees with a reference that covers the same ground: hits, false alarms and misses, and the ratios made of them. For officers who must know how far a map can be trusted; any class raster works, also with many classes.&lt;/p&gt;&lt;p&gt;&lt;b&gt;How.&lt;/b&gt; Choose the mask and one reference: a raster of class codes, or polygons that someone has drawn. The reference is brought onto the grid of the map (nearest pixel; polygons by pixel centres). A pixel counts where both hold data, inside the area of interest, and where the reference is not the code to ignore. Polygons must be complete: where there is none, the reference says that the class is not there.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Outputs.&lt;/b&gt; Numbers for the class that is judged: TP, FP, FN and TN in pixels; ACCURACY, IOU, PRECISION, RECALL and F1 from 0 to 1, empty where there is nothing to divide by; POOLED_... for all classes together. Error map: 0 correctly not the class, 1 hit, 2 false alarm, 3 miss, 4 ignored, 255 outside the area of interest. Table: one row a class, with predicted_ha and reference_ha (hectares on the ellipsoid). Report: a page to read and to print. No output need be named: the numbers come in any case.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Choices.&lt;/b&gt; Class is the code that the numbers, the error map and polygons are about. With a reference raster all other classes are judged as well, save code 0, the background. The pixels of an image are no independent sample, so no confidence interval is given.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Example.&lt;/b&gt; qgis_process run pantau:segmentationaccuracy -- PREDICTION=mines.tif REFERENCE_POLYGONS=drawn.gpkg ERROR_MAP=errors.tif REPORT=report.html&lt;/p&gt;&lt;p&gt;&lt;b&gt;Source.&lt;/b&gt; User&apos;s and producer&apos;s accuracy: Congalton 1991. Intersection over union: Jaccard 1912. F1: Dice 1945. Areas: Snyder 1987.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Menyatakan seberapa sesuai peta tambang dengan acuan yang meliputi wilayah yang sama: kena (tepat), alarm palsu, dan terlewat, serta rasio yang dihitung darinya. Ditujukan bagi petugas yang harus mengetahui sejauh mana suatu peta dapat dipercaya; raster kelas apa pun dapat digunakan, juga yang memiliki banyak kelas.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Cara.&lt;/b&gt; Pilih mask kelas dan satu acuan: raster kode kelas, atau poligon yang digambar oleh seseorang. Acuan disesuaikan dengan grid peta (piksel terdekat; poligon menurut pusat piksel). Suatu piksel dihitung jika keduanya memuat data, berada di dalam area kajian, dan acuannya bukan kode yang diabaikan. Poligon harus lengkap: di tempat tanpa poligon, acuan menyatakan bahwa kelas itu tidak ada.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Keluaran.&lt;/b&gt; Angka untuk kelas yang dinilai: TP, FP, FN, dan TN dalam piksel; ACCURACY (akurasi), IOU, PRECISION (presisi), RECALL (kelengkapan), dan F1 dari 0 sampai 1, kosong jika pembaginya nol; POOLED_... untuk semua kelas bersama-sama. Peta galat: 0 benar bukan kelas ini, 1 kena, 2 alarm palsu, 3 terlewat, 4 diabaikan, 255 di luar area kajian. Tabel: satu baris untuk setiap kelas, dengan predicted_ha dan reference_ha (hektare pada elipsoid). Laporan: halaman untuk dibaca dan dicetak. Tidak ada keluaran yang wajib disebut: angka-angkanya tetap diberikan.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Pilihan.&lt;/b&gt; Kelas adalah kode yang menjadi pokok angka, peta galat, dan poligon. Dengan raster acuan, semua kelas lain juga dinilai, kecuali kode 0, latar belakang. Piksel suatu citra bukan sampel yang saling bebas sehingga selang kepercayaan tidak diberikan.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Contoh.&lt;/b&gt; qgis_process run pantau:segmentationaccuracy -- PREDICTION=mines.tif REFERENCE_POLYGONS=drawn.gpkg ERROR_MAP=errors.tif REPORT=report.html&lt;/p&gt;&lt;p&gt;&lt;b&gt;Sumber.&lt;/b&gt; Akurasi pengguna (user&apos;s accuracy) dan akurasi pembuat (producer&apos;s accuracy): Congalton 1991. Irisan per gabungan (intersection over union): Jaccard 1912. F1: Dice 1945. Luas: Snyder 1987.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>Accuracy (%)</source>
        <translation>Akurasi (%)</translation>
    </message>
    <message>
        <source>Accuracy (0 to 1)</source>
        <translation>Akurasi (0 sampai 1)</translation>
    </message>
    <message>
        <source>Accuracy = (TP + TN) / all pixels</source>
        <translation>Akurasi = (TP + TN) / semua piksel</translation>
    </message>
    <message>
        <source>Accuracy of all classes (0 to 1)</source>
        <translation>Akurasi semua kelas (0 sampai 1)</translation>
    </message>
    <message>
        <source>All classes</source>
        <translation>Semua kelas</translation>
    </message>
    <message>
        <source>All classes: accuracy {accuracy}, IoU {iou}, precision {precision}, recall {recall}, F1 {f1}.</source>
        <translation>Semua kelas: akurasi {accuracy}, IoU {iou}, presisi {precision}, recall {recall}, F1 {f1}.</translation>
    </message>
    <message>
        <source>All classes: hits, false alarms and misses added up over the classes; accuracy: the share of all pixels, background included, whose class is the same in both.</source>
        <translation>Semua kelas: kena, alarm palsu, dan terlewat dijumlahkan dari seluruh kelas; akurasi: bagian dari semua piksel, termasuk latar belakang, yang kelasnya sama pada keduanya.</translation>
    </message>
    <message>
        <source>Area found (ha)</source>
        <translation>Luas yang ditemukan (ha)</translation>
    </message>
    <message>
        <source>Area of interest</source>
        <translation>Area kajian</translation>
    </message>
    <message>
        <source>BANDS names {found} bands and the model {model} takes {expected}: give as many as it takes{which}.</source>
        <translation>BANDS menyebut {found} kanal, sedangkan model {model} memerlukan {expected}: berikan sebanyak yang diperlukan{which}.</translation>
    </message>
    <message>
        <source>BATCH is {value}: give 1 or more.</source>
        <translation>BATCH bernilai {value}: berikan 1 atau lebih.</translation>
    </message>
    <message>
        <source>Band {number} does not exist in {name}, which has the bands {bands}: choose among these.</source>
        <translation>Kanal {number} tidak ada dalam {name}, yang memiliki kanal {bands}: pilih salah satu di antaranya.</translation>
    </message>
    <message>
        <source>Bands, in the model&apos;s order (empty: by name)</source>
        <translation>Kanal, menurut urutan model (kosong: menurut nama)</translation>
    </message>
    <message>
        <source>CLASS and IGNORE are both {code}, so nothing of the class would count: give two codes.</source>
        <translation>CLASS dan IGNORE sama-sama {code} sehingga tidak ada piksel kelas itu yang dihitung: berikan dua kode yang berbeda.</translation>
    </message>
    <message>
        <source>Check a mine map against a reference</source>
        <translation>Periksa peta tambang terhadap acuan</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Kelas</translation>
    </message>
    <message>
        <source>Class judged</source>
        <translation>Kelas yang dinilai</translation>
    </message>
    <message>
        <source>Class to judge (code)</source>
        <translation>Kelas yang dinilai (kode)</translation>
    </message>
    <message>
        <source>Code of the reference to ignore</source>
        <translation>Kode acuan yang diabaikan</translation>
    </message>
    <message>
        <source>Compares a mask, or another class raster, with a reference raster or polygons, pixel by pixel.</source>
        <translation>Membandingkan mask kelas, atau raster kelas lain, dengan raster atau poligon acuan, piksel demi piksel.</translation>
    </message>
    <message>
        <source>Correctly not the class (pixels)</source>
        <translation>Benar bukan kelas ini (piksel)</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Perangkat</translation>
    </message>
    <message>
        <source>Device that ran the model</source>
        <translation>Perangkat yang menjalankan model</translation>
    </message>
    <message>
        <source>District: {area} ha, {kecamatan} kecamatan, {desa} desa.</source>
        <translation>Kabupaten: {area} ha, {kecamatan} kecamatan, {desa} desa.</translation>
    </message>
    <message>
        <source>Each bar is all land that map or reference calls the class. Misses and hits together are the reference; hits and false alarms together are the map. The share of the hits in the bar is the IoU.</source>
        <translation>Setiap batang adalah seluruh lahan yang dinyatakan sebagai kelas itu oleh peta atau acuan. Terlewat dan kena bersama-sama membentuk acuan; kena dan alarm palsu bersama-sama membentuk peta. Bagian kena dalam batang adalah IoU.</translation>
    </message>
    <message>
        <source>Error map</source>
        <translation>Peta galat</translation>
    </message>
    <message>
        <source>Errors: {name}</source>
        <translation>Galat: {name}</translation>
    </message>
    <message>
        <source>F1 (%)</source>
        <translation>F1 (%)</translation>
    </message>
    <message>
        <source>F1 (0 to 1)</source>
        <translation>F1 (0 sampai 1)</translation>
    </message>
    <message>
        <source>F1 = 2 TP / (2 TP + FP + FN)</source>
        <translation>F1 = 2 TP / (2 TP + FP + FN)</translation>
    </message>
    <message>
        <source>F1 of all classes (0 to 1)</source>
        <translation>F1 semua kelas (0 sampai 1)</translation>
    </message>
    <message>
        <source>Fail where the device cannot be used</source>
        <translation>Gagalkan proses jika perangkat tidak dapat digunakan</translation>
    </message>
    <message>
        <source>False alarms (pixels)</source>
        <translation>Alarm palsu (piksel)</translation>
    </message>
    <message>
        <source>Figures of each class</source>
        <translation>Angka setiap kelas</translation>
    </message>
    <message>
        <source>Fill holes smaller than (ha)</source>
        <translation>Isi lubang yang lebih kecil dari (ha)</translation>
    </message>
    <message>
        <source>Find mines (segment an image with a model)</source>
        <translation>Temukan tambang (segmentasi citra dengan model)</translation>
    </message>
    <message>
        <source>Finds mines, or what another ONNX segmentation model was trained for, in a satellite image.</source>
        <translation>Menemukan tambang, atau objek lain sesuai pelatihan model segmentasi ONNX yang dipilih, pada citra satelit.</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Folder</translation>
    </message>
    <message>
        <source>Give one reference: either REFERENCE_RASTER or REFERENCE_POLYGONS.</source>
        <translation>Berikan satu acuan: REFERENCE_RASTER atau REFERENCE_POLYGONS, salah satu saja.</translation>
    </message>
    <message>
        <source>Hectares on the ellipsoid, of the pixels that were compared. {dash}: nothing to divide by.</source>
        <translation>Hektare pada elipsoid, dari piksel yang dibandingkan. {dash}: pembaginya nol.</translation>
    </message>
    <message>
        <source>Hit (TP), false alarm (FP), miss (FN)</source>
        <translation>Kena (TP), alarm palsu (FP), terlewat (FN)</translation>
    </message>
    <message>
        <source>Hits (pixels)</source>
        <translation>Kena (piksel)</translation>
    </message>
    <message>
        <source>Hits, false alarms and misses</source>
        <translation>Kena, alarm palsu, dan terlewat</translation>
    </message>
    <message>
        <source>Hits, false alarms and misses in hectares</source>
        <translation>Kena, alarm palsu, dan terlewat dalam hektare</translation>
    </message>
    <message>
        <source>How many pixels are right, those without the class included. Where the class is rare, it is high even for an empty map: do not judge by it alone.</source>
        <translation>Berapa banyak piksel yang benar, termasuk piksel tanpa kelas itu. Jika kelas itu jarang, akurasi tetap tinggi bahkan untuk peta kosong: jangan menilai dari akurasi saja.</translation>
    </message>
    <message>
        <source>How much of what is there the map finds. Also called producer&apos;s accuracy; what is missing to 100 % is omission.</source>
        <translation>Seberapa banyak dari yang ada ditemukan oleh peta. Disebut juga akurasi pembuat (producer&apos;s accuracy); kekurangannya hingga 100% adalah omisi.</translation>
    </message>
    <message>
        <source>How much of what the map marks is right. Also called user&apos;s accuracy; what is missing to 100 % is commission.</source>
        <translation>Seberapa banyak dari yang ditandai peta memang benar. Disebut juga akurasi pengguna (user&apos;s accuracy); kekurangannya hingga 100% adalah komisi.</translation>
    </message>
    <message>
        <source>How to read this</source>
        <translation>Cara membaca laporan ini</translation>
    </message>
    <message>
        <source>IGNORE is a code of a reference raster, and polygons have none: leave it empty.</source>
        <translation>IGNORE adalah kode pada raster acuan, sedangkan poligon tidak memiliki kode: kosongkan IGNORE.</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Citra</translation>
    </message>
    <message>
        <source>Intersection over union (0 to 1)</source>
        <translation>IoU, irisan per gabungan (0 sampai 1)</translation>
    </message>
    <message>
        <source>Intersection over union of all classes (0 to 1)</source>
        <translation>IoU, irisan per gabungan, semua kelas (0 sampai 1)</translation>
    </message>
    <message>
        <source>Intersection over union: the land that both call the class, of all that either does. The strictest of the figures.</source>
        <translation>Irisan per gabungan (intersection over union): lahan yang dinyatakan sebagai kelas itu oleh keduanya, dibagi seluruh lahan yang dinyatakan demikian oleh salah satu atau keduanya. Angka yang paling ketat.</translation>
    </message>
    <message>
        <source>IoU (%)</source>
        <translation>IoU (%)</translation>
    </message>
    <message>
        <source>IoU = TP / (TP + FP + FN)</source>
        <translation>IoU = TP / (TP + FP + FN)</translation>
    </message>
    <message>
        <source>Made by</source>
        <translation>Dibuat dengan</translation>
    </message>
    <message>
        <source>Make a sample district</source>
        <translation>Buat kabupaten contoh</translation>
    </message>
    <message>
        <source>Makes a small, invented district whose every hectare is known, to learn with and to check tools against.</source>
        <translation>Membuat kabupaten kecil rekaan yang setiap hektarenya diketahui, untuk belajar dan untuk menguji alat.</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Peta</translation>
    </message>
    <message>
        <source>Map (ha)</source>
        <translation>Peta (ha)</translation>
    </message>
    <message>
        <source>Map (mask or class raster)</source>
        <translation>Peta (mask kelas atau raster kelas)</translation>
    </message>
    <message>
        <source>Map against reference: {name}</source>
        <translation>Peta terhadap acuan: {name}</translation>
    </message>
    <message>
        <source>Map and reference both say {name}; only the map does; only the reference does. TN: neither does.</source>
        <translation>Peta dan acuan sama-sama menyatakan {name}; hanya peta; hanya acuan. TN: tidak keduanya.</translation>
    </message>
    <message>
        <source>Mask</source>
        <translation>Mask kelas</translation>
    </message>
    <message>
        <source>Mask: {area} ha</source>
        <translation>Mask kelas: {area} ha</translation>
    </message>
    <message>
        <source>Mines</source>
        <translation>Tambang</translation>
    </message>
    <message>
        <source>Mines: {count}, {area} ha. Burned: {burned} ha in {scars} scars. In agreement with the plan: {percent} %.</source>
        <translation>Tambang: {count}, {area} ha. Terbakar: {burned} ha pada {scars} bekas terbakar. Sesuai dengan rencana tata ruang: {percent}%.</translation>
    </message>
    <message>
        <source>Minimum area (ha)</source>
        <translation>Luas minimum (ha)</translation>
    </message>
    <message>
        <source>Misses (pixels)</source>
        <translation>Terlewat (piksel)</translation>
    </message>
    <message>
        <source>Model (empty: the shipped mine model)</source>
        <translation>Model (kosong: model tambang bawaan)</translation>
    </message>
    <message>
        <source>Model of the map</source>
        <translation>Model pembuat peta</translation>
    </message>
    <message>
        <source>Neither the map nor the reference shows any {name} here.</source>
        <translation>Baik peta maupun acuan tidak menunjukkan {name} di sini.</translation>
    </message>
    <message>
        <source>No band falls below {value:g}: a Sentinel-2 product of 2022 or later has 1000 added to every value. Subtract it first, or the result means nothing.</source>
        <translation>Tidak ada kanal yang nilainya di bawah {value:g}: produk Sentinel-2 sejak 2022 ditambah 1000 pada setiap nilai. Kurangkan dahulu, jika tidak hasilnya tidak bermakna.</translation>
    </message>
    <message>
        <source>No output is asked for: give at least one of {names}.</source>
        <translation>Tidak ada keluaran yang diminta: berikan sedikitnya satu dari {names}.</translation>
    </message>
    <message>
        <source>No pixel of {map} can be compared with {reference}: choose two that overlap and hold data, within the area of interest if there is one.</source>
        <translation>Tidak ada piksel {map} yang dapat dibandingkan dengan {reference}: pilih dua yang bertumpang tindih dan memuat data, di dalam area kajian jika ada.</translation>
    </message>
    <message>
        <source>No polygon of {reference} lies over the map, so all that the map calls {name} counts as false alarm: check that the layer and its CRS are the right ones.</source>
        <translation>Tidak ada poligon {reference} yang terletak di atas peta sehingga semua yang dinyatakan peta sebagai {name} dihitung sebagai alarm palsu: pastikan layer dan sistem koordinatnya benar.</translation>
    </message>
    <message>
        <source>Nothing can be written in {folder} ({reason}): choose another folder.</source>
        <translation>Tidak ada yang dapat ditulis di {folder} ({reason}): pilih folder lain.</translation>
    </message>
    <message>
        <source>OVERLAP is {value:g} percent: give 0 to 50.</source>
        <translation>OVERLAP bernilai {value:g} persen: berikan 0 sampai 50.</translation>
    </message>
    <message>
        <source>Of what the map calls {name}, {precision} % is {name} in the reference too. It finds {recall} % of what the reference calls {name}.</source>
        <translation>Dari yang dinyatakan peta sebagai {name}, {precision}% juga merupakan {name} menurut acuan. Peta menemukan {recall}% dari yang dinyatakan acuan sebagai {name}.</translation>
    </message>
    <message>
        <source>Only one of SCALE_MEAN and SCALE_STD is given, and {model} has both of its own: give both or neither.</source>
        <translation>Hanya salah satu dari SCALE_MEAN dan SCALE_STD yang diberikan, sedangkan {model} memiliki keduanya: berikan keduanya atau kosongkan keduanya.</translation>
    </message>
    <message>
        <source>Overlap of tiles (percent; empty: the model&apos;s)</source>
        <translation>Tumpang tindih petak (persen; kosong: menurut model)</translation>
    </message>
    <message>
        <source>Pantau has met an error of its own ({error}): please report it with the log of the Pantau tab.</source>
        <translation>Pantau mengalami kesalahan internal ({error}): laporkan beserta log pada tab Pantau.</translation>
    </message>
    <message>
        <source>Pixel by pixel</source>
        <translation>Piksel demi piksel</translation>
    </message>
    <message>
        <source>Pixel size</source>
        <translation>Ukuran piksel</translation>
    </message>
    <message>
        <source>Pixels. Rows: what the map says; columns: what the reference says. Shaded: both agree. {compared} pixels were compared; {ignored} more in the area were not: no data, or marked to be ignored.</source>
        <translation>Piksel. Baris: menurut peta; kolom: menurut acuan. Berlatar warna: keduanya sama. {compared} piksel dibandingkan; {ignored} piksel lain di area itu tidak: tanpa data, atau ditandai untuk diabaikan.</translation>
    </message>
    <message>
        <source>Polygons</source>
        <translation>Poligon</translation>
    </message>
    <message>
        <source>Polygons: {area} ha</source>
        <translation>Poligon: {area} ha</translation>
    </message>
    <message>
        <source>Precision (%)</source>
        <translation>Presisi (%)</translation>
    </message>
    <message>
        <source>Precision (0 to 1)</source>
        <translation>Presisi (0 sampai 1)</translation>
    </message>
    <message>
        <source>Precision = TP / (TP + FP)</source>
        <translation>Presisi = TP / (TP + FP)</translation>
    </message>
    <message>
        <source>Precision and recall in one figure: their harmonic mean.</source>
        <translation>Presisi dan recall dalam satu angka: rata-rata harmonik keduanya.</translation>
    </message>
    <message>
        <source>Precision of all classes (0 to 1)</source>
        <translation>Presisi semua kelas (0 sampai 1)</translation>
    </message>
    <message>
        <source>Probability</source>
        <translation>Probabilitas</translation>
    </message>
    <message>
        <source>Probability ({model})</source>
        <translation>Probabilitas ({model})</translation>
    </message>
    <message>
        <source>Probability threshold (empty: the model&apos;s)</source>
        <translation>Ambang probabilitas (kosong: menurut model)</translation>
    </message>
    <message>
        <source>Probability type</source>
        <translation>Tipe data probabilitas</translation>
    </message>
    <message>
        <source>Recall (%)</source>
        <translation>Recall (%)</translation>
    </message>
    <message>
        <source>Recall (0 to 1)</source>
        <translation>Recall (kelengkapan, 0 sampai 1)</translation>
    </message>
    <message>
        <source>Recall = TP / (TP + FN)</source>
        <translation>Recall (kelengkapan) = TP / (TP + FN)</translation>
    </message>
    <message>
        <source>Recall of all classes (0 to 1)</source>
        <translation>Recall semua kelas (0 sampai 1)</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Acuan</translation>
    </message>
    <message>
        <source>Reference (ha)</source>
        <translation>Acuan (ha)</translation>
    </message>
    <message>
        <source>Reference code ignored</source>
        <translation>Kode acuan yang diabaikan</translation>
    </message>
    <message>
        <source>Reference: class raster</source>
        <translation>Acuan: raster kelas</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Laporan</translation>
    </message>
    <message>
        <source>SCALE_MEAN holds {value}: every number must be finite.</source>
        <translation>SCALE_MEAN berisi {value}: setiap bilangan harus berhingga.</translation>
    </message>
    <message>
        <source>SCALE_STD holds {value}: every number must be greater than 0.</source>
        <translation>SCALE_STD memuat {value}: setiap angka harus lebih besar dari 0.</translation>
    </message>
    <message>
        <source>SEED is {value}: give a whole number from 0 to {highest}.</source>
        <translation>SEED bernilai {value}: berikan bilangan bulat dari 0 sampai {highest}.</translation>
    </message>
    <message>
        <source>SIZE is {value}: give one of {choices}.</source>
        <translation>SIZE bernilai {value}: berikan salah satu dari {choices}.</translation>
    </message>
    <message>
        <source>Sample data</source>
        <translation>Data contoh</translation>
    </message>
    <message>
        <source>Scale mean (empty: the model&apos;s)</source>
        <translation>Rata-rata untuk penskalaan (kosong: menurut model)</translation>
    </message>
    <message>
        <source>Scale std (empty: the model&apos;s)</source>
        <translation>Simpangan baku untuk penskalaan (kosong: menurut model)</translation>
    </message>
    <message>
        <source>Scratch files cannot be written in {folder} ({reason}): free space there.</source>
        <translation>Berkas sementara tidak dapat ditulis di {folder} ({reason}): kosongkan sebagian ruang di sana.</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Benih acak (seed)</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Ukuran</translation>
    </message>
    <message>
        <source>Speed (megapixels a second)</source>
        <translation>Kecepatan (megapiksel per detik)</translation>
    </message>
    <message>
        <source>THRESHOLD is {value:g}: give a probability from 0 to 1.</source>
        <translation>THRESHOLD bernilai {value:g}: berikan probabilitas dari 0 sampai 1.</translation>
    </message>
    <message>
        <source>TILE is {value} and the model {model} takes multiples of {multiple} px: give {near}.</source>
        <translation>TILE bernilai {value}, sedangkan model {model} memerlukan kelipatan {multiple} px: berikan {near}.</translation>
    </message>
    <message>
        <source>TILE is {value} and the model {model} takes tiles of {rows} x {cols} px only: leave TILE empty.</source>
        <translation>TILE bernilai {value}, sedangkan model {model} hanya menerima petak {rows} x {cols} px: kosongkan TILE.</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabel</translation>
    </message>
    <message>
        <source>The Python package {package} is not installed. Run this in a terminal and start QGIS again: {command}</source>
        <translation>Paket Python {package} belum terpasang. Jalankan perintah ini di terminal, lalu mulai ulang QGIS: {command}</translation>
    </message>
    <message>
        <source>The area of interest has no polygon: choose a layer with at least one.</source>
        <translation>Area kajian tidak memiliki poligon: pilih layer yang memuat sedikitnya satu poligon.</translation>
    </message>
    <message>
        <source>The area of interest lies outside the raster: choose polygons that overlap it.</source>
        <translation>Area kajian terletak di luar raster: pilih poligon yang bertumpang tindih dengan raster.</translation>
    </message>
    <message>
        <source>The bands {wanted} are not all in {name}, whose bands are {bands}: give names or numbers in BANDS.</source>
        <translation>Tidak semua kanal {wanted} ada dalam {name}, yang memiliki kanal {bands}: berikan nama atau nomor kanal di BANDS.</translation>
    </message>
    <message>
        <source>The card inside {name} cannot be understood ({reason}): export the model again.</source>
        <translation>Kartu model di dalam {name} tidak dapat dipahami ({reason}): ekspor ulang model tersebut.</translation>
    </message>
    <message>
        <source>The card of {name} names {found} classes and the model gives {expected} channels: export the model again.</source>
        <translation>Kartu {name} menyebut {found} kelas, sedangkan model menghasilkan {expected} kanal: ekspor ulang model tersebut.</translation>
    </message>
    <message>
        <source>The card of {name} names {found} {what} and the model takes {expected} bands: export the model again.</source>
        <translation>Kartu {name} menyebut {found} {what}, sedangkan model memerlukan {expected} kanal: ekspor ulang model tersebut.</translation>
    </message>
    <message>
        <source>The coordinate system {crs} has no place on the Earth, so nothing in it can be measured: assign a real one.</source>
        <translation>Sistem koordinat {crs} tidak bertempat di Bumi sehingga luas tidak dapat dihitung: tetapkan sistem koordinat yang sebenarnya.</translation>
    </message>
    <message>
        <source>The device {device} cannot be used: {reason}. Choose another device, or allow the CPU.</source>
        <translation>Perangkat {device} tidak dapat digunakan: {reason}. Pilih perangkat lain, atau izinkan CPU.</translation>
    </message>
    <message>
        <source>The device {device} cannot be used: {reason}. The CPU runs the model instead.</source>
        <translation>Perangkat {device} tidak dapat digunakan: {reason}. Model dijalankan oleh CPU sebagai gantinya.</translation>
    </message>
    <message>
        <source>The folder {folder} does not exist: create it or choose another.</source>
        <translation>Folder {folder} tidak ada: buat folder itu atau pilih folder lain.</translation>
    </message>
    <message>
        <source>The folder {folder} holds other files: choose a new or empty folder, or that of an earlier sample district.</source>
        <translation>Folder {folder} berisi berkas lain: pilih folder baru atau kosong, atau folder kabupaten contoh yang dibuat sebelumnya.</translation>
    </message>
    <message>
        <source>The layer {value} of {name} cannot be opened: choose a polygon layer.</source>
        <translation>Layer {value} untuk {name} tidak dapat dibuka: pilih layer poligon.</translation>
    </message>
    <message>
        <source>The map shows no {name} here. It misses all of the {actual} ha that the reference shows.</source>
        <translation>Peta tidak menunjukkan {name} di sini. Seluruh {actual} ha yang ditunjukkan acuan terlewat.</translation>
    </message>
    <message>
        <source>The map shows {predicted} ha of {name}, the reference {actual} ha.</source>
        <translation>Peta menunjukkan {predicted} ha {name}, acuan {actual} ha.</translation>
    </message>
    <message>
        <source>The model could not take several tiles at once ({reason}), so they ran one by one, which is slower.</source>
        <translation>Model tidak dapat menerima beberapa petak sekaligus ({reason}), jadi petak dijalankan satu per satu, yang lebih lambat.</translation>
    </message>
    <message>
        <source>The model gives no number for some pixels: they are no data in the result.</source>
        <translation>Model tidak menghasilkan bilangan untuk sebagian piksel: piksel itu menjadi tanpa data dalam hasil.</translation>
    </message>
    <message>
        <source>The model {model} does not say how its input is scaled, and {name} holds {type} values: give SCALE_MEAN and SCALE_STD (such as 0 and 10000).</source>
        <translation>Model {model} tidak menyebutkan penskalaan masukannya, dan {name} memuat nilai {type}: berikan SCALE_MEAN dan SCALE_STD (misalnya 0 dan 10000).</translation>
    </message>
    <message>
        <source>The model {name} fails on tiles of {rows} x {cols} px ({reason}): give another TILE.</source>
        <translation>Model {name} gagal pada petak {rows} x {cols} px ({reason}): berikan TILE lain.</translation>
    </message>
    <message>
        <source>The model {path} cannot be read ({reason}): check the name.</source>
        <translation>Model {path} tidak dapat dibaca ({reason}): periksa namanya.</translation>
    </message>
    <message>
        <source>The model {path} is empty: copy it again.</source>
        <translation>Model {path} kosong: salin ulang berkasnya.</translation>
    </message>
    <message>
        <source>The polygons cannot be brought into the CRS of the raster: check the CRS of their layer.</source>
        <translation>Poligon tidak dapat diubah ke sistem koordinat raster: periksa sistem koordinat layernya.</translation>
    </message>
    <message>
        <source>The polygons cannot be written ({reason}): free space on the disk.</source>
        <translation>Poligon tidak dapat ditulis ({reason}): kosongkan sebagian ruang pada disk.</translation>
    </message>
    <message>
        <source>The polygons cannot be written to {target}: choose another file.</source>
        <translation>Poligon tidak dapat ditulis ke {target}: pilih berkas lain.</translation>
    </message>
    <message>
        <source>The raster holds values of 0 to 255: taken as a Sentinel-2 true-colour image. For other images give SCALE_MEAN and SCALE_STD.</source>
        <translation>Raster memuat nilai 0 sampai 255: dianggap sebagai citra warna asli Sentinel-2. Untuk citra lain, berikan SCALE_MEAN dan SCALE_STD.</translation>
    </message>
    <message>
        <source>The raster&apos;s pixels are {found:.3g} m, the model was made for {expected:.3g} m: its result may mean little.</source>
        <translation>Ukuran piksel raster {found:.3g} m, sedangkan model dibuat untuk {expected:.3g} m: hasilnya mungkin kurang bermakna.</translation>
    </message>
    <message>
        <source>The reference has no polygon: choose a layer with at least one.</source>
        <translation>Acuan tidak memiliki poligon: pilih layer yang memuat sedikitnya satu poligon.</translation>
    </message>
    <message>
        <source>The reference shows no {name} here. All of the {predicted} ha that the map shows are false alarms.</source>
        <translation>Acuan tidak menunjukkan {name} di sini. Seluruh {predicted} ha yang ditunjukkan peta adalah alarm palsu.</translation>
    </message>
    <message>
        <source>The run was cancelled; nothing was written.</source>
        <translation>Proses dibatalkan; tidak ada yang ditulis.</translation>
    </message>
    <message>
        <source>The table cannot be written ({reason}): free space on the disk.</source>
        <translation>Tabel tidak dapat ditulis ({reason}): kosongkan sebagian ruang pada disk.</translation>
    </message>
    <message>
        <source>The table cannot be written to {target}: choose another file.</source>
        <translation>Tabel tidak dapat ditulis ke {target}: pilih berkas lain.</translation>
    </message>
    <message>
        <source>There is no model at {path}: check the name.</source>
        <translation>Tidak ada model di {path}: periksa namanya.</translation>
    </message>
    <message>
        <source>There is no raster at {path}: check the name.</source>
        <translation>Tidak ada raster di {path}: periksa namanya.</translation>
    </message>
    <message>
        <source>This compares the map with a reference that covers the same ground, pixel by pixel. It is no estimate from a sample of points. Neighbouring pixels, and the pixels of one image, resemble each other and are not independent observations, so no confidence interval is given. The figures hold for this area and this reference, and are as good as the reference is: for a statement about other places, or for areas with a margin of error, check a random sample of points (Olofsson and others 2014).</source>
        <translation>Laporan ini membandingkan peta dengan acuan yang meliputi wilayah yang sama, piksel demi piksel. Ini bukan pendugaan dari sampel titik. Piksel yang bertetangga, dan piksel dalam satu citra, mirip satu sama lain dan bukan pengamatan yang saling bebas sehingga selang kepercayaan tidak diberikan. Angka-angka ini berlaku untuk area ini dan acuan ini, dan hanya sebaik acuannya: untuk pernyataan tentang tempat lain, atau untuk luas beserta margin galatnya, periksa sampel titik acak (Olofsson dkk. 2014).</translation>
    </message>
    <message>
        <source>Tile size (px; empty: chosen from the image)</source>
        <translation>Ukuran petak (px; kosong: dipilih menurut citra)</translation>
    </message>
    <message>
        <source>Tiles a batch (empty: chosen for the device)</source>
        <translation>Jumlah petak per batch (kosong: dipilih menurut perangkat)</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Jumlah</translation>
    </message>
    <message>
        <source>Values: given to the model as they are.</source>
        <translation>Nilai: diberikan kepada model apa adanya.</translation>
    </message>
    <message>
        <source>Values: reflectance = value x {scale:g} + {offset:g}, as the raster says.</source>
        <translation>Nilai: reflektansi = nilai x {scale:g} + {offset:g}, sesuai keterangan raster.</translation>
    </message>
    <message>
        <source>Values: taken as reflectance from 0 to 1.</source>
        <translation>Nilai: dianggap sebagai reflektansi dari 0 sampai 1.</translation>
    </message>
    <message>
        <source>Values: taken as reflectance x 10 000.</source>
        <translation>Nilai: dianggap sebagai reflektansi x 10.000.</translation>
    </message>
    <message>
        <source>accuracy,validation,confusion matrix,iou,precision,recall,f1,mine,segmentation</source>
        <translation>akurasi,validasi,matriks konfusi,confusion matrix,iou,presisi,recall,kelengkapan,f1,tambang,segmentasi</translation>
    </message>
    <message>
        <source>all else</source>
        <translation>lainnya</translation>
    </message>
    <message>
        <source>an NVIDIA GPU was found and runs the model</source>
        <translation>GPU NVIDIA ditemukan dan menjalankan model</translation>
    </message>
    <message>
        <source>as asked</source>
        <translation>sesuai permintaan</translation>
    </message>
    <message>
        <source>bands</source>
        <translation>kanal</translation>
    </message>
    <message>
        <source>class</source>
        <translation>kelas</translation>
    </message>
    <message>
        <source>class {code}</source>
        <translation>kelas {code}</translation>
    </message>
    <message>
        <source>error</source>
        <translation>galat</translation>
    </message>
    <message>
        <source>from {rows} x {cols} px it makes {shape}, which is no map</source>
        <translation>dari {rows} x {cols} px dihasilkan {shape}, yang bukan peta</translation>
    </message>
    <message>
        <source>from {rows} x {cols} px it makes {shape}: an enlarged image</source>
        <translation>dari {rows} x {cols} px dihasilkan {shape}: citra yang diperbesar</translation>
    </message>
    <message>
        <source>it answers for one tile only</source>
        <translation>model hanya menjawab untuk satu petak</translation>
    </message>
    <message>
        <source>it does not take one image</source>
        <translation>masukannya bukan satu citra</translation>
    </message>
    <message>
        <source>it gives nothing</source>
        <translation>tidak ada keluarannya</translation>
    </message>
    <message>
        <source>it gives {type} instead of probabilities</source>
        <translation>keluarannya {type}, bukan probabilitas</translation>
    </message>
    <message>
        <source>its card says {task}</source>
        <translation>kartunya menyebutkan {task}</translation>
    </message>
    <message>
        <source>its classes have the codes {codes}, and 1 to 254 can be stored</source>
        <translation>kelasnya berkode {codes}, padahal yang dapat disimpan 1 sampai 254</translation>
    </message>
    <message>
        <source>its outputs differ in size</source>
        <translation>ukuran keluarannya berbeda-beda</translation>
    </message>
    <message>
        <source>mine,mining,segmentation,onnx,u-net,sentinel-2,deep learning</source>
        <translation>tambang,pertambangan,segmentasi,onnx,u-net,sentinel-2,pembelajaran mendalam,deep learning</translation>
    </message>
    <message>
        <source>no reason given</source>
        <translation>tanpa keterangan sebab</translation>
    </message>
    <message>
        <source>no, the whole map</source>
        <translation>tidak, seluruh peta</translation>
    </message>
    <message>
        <source>none</source>
        <translation>tidak ada</translation>
    </message>
    <message>
        <source>onnxruntime is installed but cannot be loaded ({reason}): install it again.</source>
        <translation>onnxruntime sudah terpasang tetapi tidak dapat dimuat ({reason}): pasang ulang.</translation>
    </message>
    <message>
        <source>or reference: polygons of the class</source>
        <translation>atau acuan: poligon kelas yang dinilai</translation>
    </message>
    <message>
        <source>sample,tutorial,test data,demo,synthetic,example</source>
        <translation>contoh,sampel,tutorial,data uji,demo,sintetis,kabupaten contoh</translation>
    </message>
    <message>
        <source>scalings</source>
        <translation>penskalaan</translation>
    </message>
    <message>
        <source>the NVIDIA driver finds no GPU</source>
        <translation>driver NVIDIA tidak menemukan GPU</translation>
    </message>
    <message>
        <source>there is no NVIDIA driver</source>
        <translation>tidak ada driver NVIDIA</translation>
    </message>
    <message>
        <source>this onnxruntime has no {device} support: the package onnxruntime-gpu has</source>
        <translation>onnxruntime ini tidak mendukung {device}: paket onnxruntime-gpu mendukungnya</translation>
    </message>
    <message>
        <source>yes, polygons</source>
        <translation>ya, poligon</translation>
    </message>
    <message>
        <source>{compared} pixels of {map} compared with {reference} in {seconds} s ({speed} Mpx/s); {ignored} did not count.</source>
        <translation>{compared} piksel {map} dibandingkan dengan {reference} dalam {seconds} detik ({speed} Mpx/detik); {ignored} tidak dihitung.</translation>
    </message>
    <message>
        <source>{device} did not start: its libraries do not fit this onnxruntime</source>
        <translation>{device} tidak dapat dimulai: pustakanya tidak sesuai dengan onnxruntime ini</translation>
    </message>
    <message>
        <source>{device} failed to start ({reason})</source>
        <translation>{device} gagal dimulai ({reason})</translation>
    </message>
    <message>
        <source>{folder} is a file: choose a folder.</source>
        <translation>{folder} adalah berkas: pilih sebuah folder.</translation>
    </message>
    <message>
        <source>{layer} is a vector layer, and {name} must be a raster: choose a raster.</source>
        <translation>{layer} adalah layer vektor, sedangkan {name} harus raster: pilih sebuah raster.</translation>
    </message>
    <message>
        <source>{layer} is a {provider} layer, which has no pixel values to compute with: save it as GeoTIFF first.</source>
        <translation>{layer} adalah layer {provider}, yang tidak memiliki nilai piksel untuk dihitung: simpan dahulu sebagai GeoTIFF.</translation>
    </message>
    <message>
        <source>{layer}, given as {name}, holds no polygons: choose a polygon layer.</source>
        <translation>{layer}, yang diberikan sebagai {name}, tidak berisi poligon: pilih layer poligon.</translation>
    </message>
    <message>
        <source>{map} shows no {name} where it is compared: check CLASS ({code}).</source>
        <translation>{map} tidak menunjukkan {name} di bagian yang dibandingkan: periksa CLASS ({code}).</translation>
    </message>
    <message>
        <source>{megapixels} Mpx in {seconds} s ({speed} Mpx/s) on {device} ({reason}) with {runtime}: {tiles} tile(s) of {width} x {height} px, {share} times the scene&apos;s pixels computed; model {model}, SHA-256 {sha256}.</source>
        <translation>{megapixels} Mpx dalam {seconds} detik ({speed} Mpx/detik) pada {device} ({reason}) dengan {runtime}: {tiles} petak berukuran {width} x {height} px, dihitung {share} kali jumlah piksel citra; model {model}, SHA-256 {sha256}.</translation>
    </message>
    <message>
        <source>{name} cannot be brought to the grid of the reference raster ({reason}): check its CRS.</source>
        <translation>{name} tidak dapat disesuaikan dengan grid raster acuan ({reason}): periksa sistem koordinatnya.</translation>
    </message>
    <message>
        <source>{name} cannot be read at row {row}, column {column} ({reason}): the file is damaged, copy it again.</source>
        <translation>{name} tidak dapat dibaca pada baris {row}, kolom {column} ({reason}): berkas rusak, salin ulang berkasnya.</translation>
    </message>
    <message>
        <source>{name} fails on a trial tile of {bands} bands ({reason}): check that it takes images.</source>
        <translation>{name} gagal pada petak uji dengan {bands} kanal ({reason}): pastikan model itu menerima citra.</translation>
    </message>
    <message>
        <source>{name} has no coordinate system, so nothing in it can be measured: assign one (Raster &gt; Projections &gt; Assign Projection).</source>
        <translation>{name} tidak memiliki sistem koordinat sehingga tidak dapat diukur: tetapkan sistem koordinatnya (Raster &gt; Proyeksi &gt; Tetapkan Proyeksi).</translation>
    </message>
    <message>
        <source>{name} has no data band: choose another raster.</source>
        <translation>{name} tidak memiliki kanal data: pilih raster lain.</translation>
    </message>
    <message>
        <source>{name} has pixels of no area: georeference it again (Raster &gt; Georeferencer).</source>
        <translation>{name} memiliki piksel tanpa luas: georeferensikan ulang (Raster &gt; Georeferensi).</translation>
    </message>
    <message>
        <source>{name} has {count} bands, as images have, and not one of class codes: give a class raster as {parameter}.</source>
        <translation>{name} memiliki {count} kanal seperti citra, bukan satu kanal kode kelas: berikan raster kelas untuk {parameter}.</translation>
    </message>
    <message>
        <source>{name} has {found} bands ({bands}) and the model {model} takes {expected}{which}: say which in BANDS, in the model&apos;s order.</source>
        <translation>{name} memiliki {found} kanal ({bands}), sedangkan model {model} memerlukan {expected}{which}: sebutkan kanalnya di BANDS, menurut urutan model.</translation>
    </message>
    <message>
        <source>{name} holds measured values, such as probabilities, and no class codes: give the mask of &apos;Find mines&apos;, or another raster of whole numbers, as {parameter}.</source>
        <translation>{name} memuat nilai ukuran, seperti probabilitas, bukan kode kelas: berikan mask kelas dari &apos;Temukan tambang&apos;, atau raster bilangan bulat lain, untuk {parameter}.</translation>
    </message>
    <message>
        <source>{name} holds more than {most} different values, so it is no class raster: choose another.</source>
        <translation>{name} memuat lebih dari {most} nilai yang berbeda sehingga bukan raster kelas: pilih raster lain.</translation>
    </message>
    <message>
        <source>{name} holds {type} values, which are not pixel values of an image: convert it first.</source>
        <translation>{name} memuat nilai {type}, yang bukan nilai piksel citra: konversikan dahulu.</translation>
    </message>
    <message>
        <source>{name} holds {value:g}, which is no class code: give the mask of &apos;Find mines&apos;, or another raster of whole numbers, or declare that value as no data.</source>
        <translation>{name} berisi {value:g}, yang bukan kode kelas: berikan mask dari &apos;Temukan tambang&apos;, atau raster lain berisi bilangan bulat, atau nyatakan nilai itu sebagai nodata.</translation>
    </message>
    <message>
        <source>{name} is no segmentation model ({what}): choose a model that gives a class for every pixel.</source>
        <translation>{name} bukan model segmentasi ({what}): pilih model yang memberikan kelas untuk setiap piksel.</translation>
    </message>
    <message>
        <source>{name} is not a model that ONNX Runtime {version} can open: it is damaged, not ONNX, or too new ({reason}).</source>
        <translation>{name} bukan model yang dapat dibuka oleh ONNX Runtime {version}: berkasnya rusak, bukan ONNX, atau terlalu baru ({reason}).</translation>
    </message>
    <message>
        <source>{name} is not georeferenced: georeference it (Raster &gt; Georeferencer) before it can be measured.</source>
        <translation>{name} belum bergeoreferensi: lakukan georeferensi (Raster &gt; Georeferensi) sebelum dapat diukur.</translation>
    </message>
    <message>
        <source>{name} is not the file that the card beside it describes (SHA-256 {found}, expected {expected}): copy both again.</source>
        <translation>{name} bukan berkas yang diterangkan oleh kartu model di sebelahnya (SHA-256 {found}, seharusnya {expected}): salin ulang keduanya.</translation>
    </message>
    <message>
        <source>{name} is {value}: give a whole number from -2147483648 to 2147483647.</source>
        <translation>{name} bernilai {value}: berikan bilangan bulat dari -2147483648 sampai 2147483647.</translation>
    </message>
    <message>
        <source>{name} keeps its weights in another file, which Pantau does not open: export the model as one file.</source>
        <translation>{name} menyimpan bobotnya di berkas lain yang tidak dibuka Pantau: ekspor model sebagai satu berkas.</translation>
    </message>
    <message>
        <source>{name} lies on another grid: each pixel of the map takes the nearest pixel of it.</source>
        <translation>{name} terletak pada grid lain: setiap piksel peta mengambil piksel terdekatnya.</translation>
    </message>
    <message>
        <source>{name}: TP {tp}, FP {fp}, FN {fn}, TN {tn}; accuracy {accuracy}, IoU {iou}, precision {precision}, recall {recall}, F1 {f1}; map {predicted} ha, reference {actual} ha.</source>
        <translation>{name}: TP {tp}, FP {fp}, FN {fn}, TN {tn}; akurasi {accuracy}, IoU {iou}, presisi {precision}, recall (kelengkapan) {recall}, F1 {f1}; peta {predicted} ha, acuan {actual} ha.</translation>
    </message>
    <message>
        <source>{name}: {area} ha</source>
        <translation>{name}: {area} ha</translation>
    </message>
    <message>
        <source>{one} and {other} are the same file {path}: give two names.</source>
        <translation>{one} dan {other} menunjuk berkas yang sama, {path}: berikan dua nama yang berbeda.</translation>
    </message>
    <message>
        <source>{path} cannot be replaced ({reason}): close it in other programs, or choose another name.</source>
        <translation>{path} tidak dapat diganti ({reason}): tutup berkas itu di program lain, atau pilih nama lain.</translation>
    </message>
    <message>
        <source>{path} cannot be written ({reason}): free space on the disk or choose another folder.</source>
        <translation>{path} tidak dapat ditulis ({reason}): kosongkan sebagian ruang pada disk atau pilih folder lain.</translation>
    </message>
    <message>
        <source>{path} could not be written whole: free space on the disk.</source>
        <translation>{path} tidak dapat ditulis seutuhnya: kosongkan ruang pada diska.</translation>
    </message>
    <message>
        <source>{path} holds no bands itself but sub-datasets: open it in QGIS and choose one of its layers.</source>
        <translation>{path} tidak memuat kanal, melainkan subdataset: buka di QGIS dan pilih salah satu layernya.</translation>
    </message>
    <message>
        <source>{path} is a folder: give the name of a file in it.</source>
        <translation>{path} adalah folder: berikan nama berkas di dalamnya.</translation>
    </message>
    <message>
        <source>{path} is no ONNX model: choose a file that ends with .onnx.</source>
        <translation>{path} bukan model ONNX: pilih berkas yang berakhiran .onnx.</translation>
    </message>
    <message>
        <source>{path} is no file name for {name}: give one that ends with one of {endings}.</source>
        <translation>{path} bukan nama berkas untuk {name}: berikan nama yang berakhiran salah satu dari {endings}.</translation>
    </message>
    <message>
        <source>{path} is not a GeoTIFF name: give a name that ends with .tif.</source>
        <translation>{path} bukan nama GeoTIFF: berikan nama yang berakhiran .tif.</translation>
    </message>
    <message>
        <source>{path} is not a raster that GDAL can read ({reason}): choose another file.</source>
        <translation>{path} bukan raster yang dapat dibaca GDAL ({reason}): pilih berkas lain.</translation>
    </message>
    <message>
        <source>{reference} shows no {name} where it is compared: check CLASS ({code}), and that it covers the map.</source>
        <translation>{reference} tidak menunjukkan {name} di bagian yang dibandingkan: periksa CLASS ({code}), dan pastikan acuan itu meliputi peta.</translation>
    </message>
    <message>
        <source>{source} has no pixel of anything but {name} among those compared, so the figures say little: check whether its background is marked as no data, or the area of interest holds nothing else.</source>
        <translation>Di antara piksel yang dibandingkan, {source} tidak punya piksel selain {name}, jadi angkanya tidak banyak berarti: periksa apakah latar belakangnya ditandai sebagai nodata, atau area kajian memang tidak berisi yang lain.</translation>
    </message>
    <message>
        <source>{what} has {found} numbers and the model takes {expected} bands: give one number, or one a band.</source>
        <translation>{what} memuat {found} angka, sedangkan model memerlukan {expected} kanal: berikan satu angka saja, atau satu angka untuk setiap kanal.</translation>
    </message>
    <message>
        <source>{what} holds {value}, which is not a number: give numbers with commas between them, such as 0.1, 0.2, 0.3.</source>
        <translation>{what} memuat {value}, yang bukan angka: berikan angka yang dipisahkan koma dengan titik sebagai tanda desimal, misalnya 0.1, 0.2, 0.3.</translation>
    </message>
</context>
</TS>
