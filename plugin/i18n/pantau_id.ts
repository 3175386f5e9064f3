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
        <source>&lt;p&gt;Compares the mines of two dates and says what is new, has grown, has shrunk or has vanished, and how much of it lies outside the mining permits (IUP): a ranked list for inspectors of what to look at first. A mask is no proof, and neither is this list: look at the image before you go, or accuse.&lt;/p&gt;&lt;p&gt;&lt;b&gt;How.&lt;/b&gt; For each date give one of two: the mask of &apos;Find mines&apos; (or another class raster), or polygons. Add the permits and the field with their names. Two rasters are compared pixel by pixel on the grid of the later one (the earlier one takes the nearest pixel where its grid differs); a raster and polygons, on the grid of the raster; polygons and polygons, along their own edges. Layers may have different CRSs. Only ground that both dates saw is compared: what is no data in either raster is neither new nor gone, and its hectares are told; so let clouds be no data, since a model may take them for mines. Polygons count as having seen all ground.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Outputs.&lt;/b&gt; Alerts, as multipolygons in the CRS of the later mines: rank; change: new (touches no mine of before), grown (touches one, or a part of its mine was not seen before), shrunk (a part of a mine is gone, or a part was not seen later), vanished (all of it is gone); permit_status: inside, across, outside, or unknown without permits; area_ha and outside_ha (hectares on the ellipsoid, and of them what no permit covers; permits that overlap are not counted twice); mine_ha (the whole mine, at the date when the ground was mined); permits (those it lies in, the largest share first); nearest_permit and distance_m where it lies in none; lon and lat in degrees (WGS 84) of a point on it. Rank: ground newly mined comes first, most hectares outside permits before the rest, then by hectares; what is mined no longer follows, by hectares. Report: a page to read and to print. Numbers: NEW_HA is all ground newly mined, that is NEW_MINES_HA and GROWN_HA together; NEW_OUTSIDE_HA is what of it lies outside permits, empty without permits.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Choices.&lt;/b&gt; Smaller areas than the minimum are left out, and so are strips narrower than the minimum width, which two masks of the same mine always show along its edge; what is left out is told in hectares. Ground that lies no farther from a mine than the gap counts as touching it. Left empty, width and gap are two pixels where a raster is compared, and 0 for polygons alone. Class is the code of the mines in the rasters. The area of interest limits what is counted; a mine that goes on beyond it is judged as a whole. Without a permit field, a permit is called by its feature id.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Example.&lt;/b&gt; qgis_process run pantau:minealerts -- BEFORE=mines_2023.tif AFTER=mines_2024.tif PERMITS=iup.gpkg PERMIT_FIELD=holder OUTPUT=alerts.gpkg REPORT=alerts.html&lt;/p&gt;&lt;p&gt;&lt;b&gt;Source.&lt;/b&gt; Post-classification comparison: Singh 1989. Opening, which removes narrow strips: Serra 1982. Areas: Snyder 1987.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Membandingkan tambang pada dua tanggal dan menyatakan mana yang baru, meluas, menyusut, atau hilang, serta berapa luasnya yang terletak di luar izin usaha pertambangan (IUP): daftar berperingkat bagi petugas inspeksi tentang lokasi yang perlu diperiksa lebih dahulu. Mask kelas bukan bukti, begitu pula daftar ini: periksa citra sebelum mendatangi lokasi atau menuduh siapa pun.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Cara.&lt;/b&gt; Untuk setiap tanggal berikan salah satu: mask kelas dari &apos;Temukan tambang&apos; (atau raster kelas lain), atau poligon. Tambahkan layer izin dan field yang memuat namanya. Dua raster dibandingkan piksel demi piksel pada grid raster tanggal akhir (jika gridnya berbeda, dari raster tanggal awal diambil piksel terdekat); raster dan poligon, pada grid raster; poligon dan poligon, menurut tepinya sendiri. Sistem koordinat setiap layer boleh berbeda. Hanya lahan yang terlihat pada kedua tanggal yang dibandingkan: bagian tanpa data pada salah satu raster tidak dihitung sebagai baru ataupun hilang, dan luasnya disebutkan; jadi tandai awan sebagai tanpa data, karena model dapat menganggapnya tambang. Poligon dianggap telah melihat seluruh lahan.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Keluaran.&lt;/b&gt; Peringatan, berupa multipoligon dalam sistem koordinat tambang tanggal akhir: rank (peringkat); change (perubahan): new (baru: tidak menyentuh tambang sebelumnya), grown (meluas: menyentuh tambang sebelumnya, atau sebagian tambangnya tidak terlihat pada tanggal awal), shrunk (menyusut: sebagian tambang tidak ada lagi, atau sebagian tidak terlihat pada tanggal akhir), vanished (hilang: seluruh tambang tidak ada lagi); permit_status: inside (di dalam izin), across (melintasi batas izin), outside (di luar izin), atau unknown (tidak diketahui) jika izin tidak diberikan; area_ha dan outside_ha (hektare pada elipsoid, dan bagiannya yang tidak tercakup izin mana pun; izin yang bertumpang tindih tidak dihitung dua kali); mine_ha (luas seluruh tambang, pada tanggal ketika lahan itu ditambang); permits (izin tempat lokasi itu terletak, bagian terbesar lebih dahulu); nearest_permit (izin terdekat) dan distance_m (jaraknya) jika lokasi tidak terletak dalam izin mana pun; lon dan lat dalam derajat (WGS 84) dari satu titik di lokasi itu. Peringkat: bukaan baru lebih dahulu, mulai dari yang terluas di luar izin, kemudian menurut luas; setelah itu lahan yang tidak lagi ditambang, menurut luas. Laporan: halaman untuk dibaca dan dicetak. Angka: NEW_HA adalah seluruh bukaan baru, yaitu jumlah NEW_MINES_HA dan GROWN_HA; NEW_OUTSIDE_HA adalah bagiannya di luar izin, kosong jika izin tidak diberikan.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Pilihan.&lt;/b&gt; Lokasi yang lebih kecil dari luas minimum tidak disertakan, begitu pula jalur yang lebih sempit dari lebar minimum, yang selalu muncul di sepanjang tepi jika dua mask dari tambang yang sama dibandingkan; luas yang tidak disertakan disebutkan dalam hektare. Lahan yang jaraknya dari tambang tidak melebihi celah dianggap menyentuhnya. Jika dikosongkan, lebar dan celah adalah dua piksel bila ada raster yang dibandingkan, dan 0 bila hanya poligon. Kelas adalah kode tambang dalam raster. Area kajian membatasi bagian yang dihitung; tambang yang berlanjut di luarnya dinilai secara utuh. Tanpa field izin, suatu izin disebut dengan nomor id fiturnya.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Contoh.&lt;/b&gt; qgis_process run pantau:minealerts -- BEFORE=mines_2023.tif AFTER=mines_2024.tif PERMITS=iup.gpkg PERMIT_FIELD=holder OUTPUT=alerts.gpkg REPORT=alerts.html&lt;/p&gt;&lt;p&gt;&lt;b&gt;Sumber.&lt;/b&gt; Perbandingan pascaklasifikasi: Singh 1989. Operasi pembukaan (opening), yang menghapus jalur sempit: Serra 1982. Luas: Snyder 1987.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;Cuts an image and the mines that someone has drawn on it into small patches from which a model can learn, and puts some of them aside to judge the model by. For officers and their partners who train a model for their own province: models/training reads the folder as it is.&lt;/p&gt;&lt;p&gt;&lt;b&gt;How.&lt;/b&gt; Choose the image and one kind of labels: a raster of class codes on any grid, or polygons. The labels must be complete: where there is none, the model learns that there is no mine. Patches begin every Stride pixels; the last of a row or a column is moved inwards, so that the edge is covered and nothing is invented. All patches with mines are kept, save those that the distance below forbids; those without are drawn by lot, spread over the image, up to their share. The same seed gives the same patches.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Training and validation.&lt;/b&gt; Neighbours look alike, and a model that is judged by neighbours of what it has seen seems better than it is. So no patch for training lies nearer than the group distance (metres on the ellipsoid, between edges) to one for validation. Patches that lie nearer than that to each other are a group, and whole groups are dealt out so that the share of the patches, and of the pixels of mines, come near to the share asked for. Where a group is too large for that, the image is cut into blocks or strips, and patches with mines along the cut are left out; of many cuts, drawn by lot, the one is taken that leaves out least and comes nearest to the share. Where nothing can be parted, all is for training, and a warning says so. With a group field, patches on polygons that share a value of it stay together as well.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Outputs.&lt;/b&gt; In the folder: image_000.tif (the image&apos;s own values, bands and type), mask_000.tif (0 not mine, 1 mine, 255 not known: no data in image or labels, outside the area of interest, cloud, the code to ignore) and so on, and tiles.csv: tile, spatial_group, split (train or validation), mine_fraction, nodata_fraction and cloud_fraction (0 to 1 of the patch), lon and lat of its middle (WGS 84), row and col of its upper left pixel. Footprints: the patches as polygons, to see the split on the map. Numbers: patches by side, with and without mines, dropped by reason; percent of mines. The folder must hold no patches yet.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Choices.&lt;/b&gt; Of a label raster every code but 0 is a mine, unless Classes names those that are. Clouds: a mask of clouds or a scene classification of Sentinel-2 (SCL), on any grid. Its codes for cloud, if not given: 3, 8, 9 and 10 of an SCL, known by its name or by its codes; of any other mask every code but 0, where it has three such codes at most. Where it holds no data, no cloud is assumed. A patch is dropped where more than the given percent of it is cloud, or is not known for another reason. Rasters with no pixel of a mine give no patches.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Example.&lt;/b&gt; qgis_process run pantau:trainingtiles -- INPUT=scene.tif LABEL_POLYGONS=mines.gpkg BANDS=B04,B03,B02 CLOUDS=scl.tif FOLDER=patches FOOTPRINTS=footprints.gpkg&lt;/p&gt;&lt;p&gt;&lt;b&gt;Source.&lt;/b&gt; Blocks with a distance between them: Roberts et al. 2017, Ploton et al. 2020. Codes of the SCL: ESA, Sentinel-2 Level-2A. Distances: Snyder 1987.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Memotong citra dan tambang yang digambar di atasnya menjadi potongan-potongan kecil untuk melatih model, dan menyisihkan sebagian untuk menilai model itu. Ditujukan bagi petugas dan mitranya yang melatih model untuk provinsinya sendiri: models/training membaca folder ini apa adanya.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Cara.&lt;/b&gt; Pilih citra dan satu jenis label: raster kode kelas pada grid apa pun, atau poligon. Label harus lengkap: di tempat tanpa label, model belajar bahwa di sana tidak ada tambang. Potongan dimulai setiap Langkah (stride) piksel; potongan terakhir pada suatu baris atau kolom digeser ke dalam sehingga tepi citra tercakup dan tidak ada piksel yang direka. Semua potongan yang memuat tambang disimpan, kecuali yang terhalang oleh jarak yang dijelaskan di bawah; potongan tanpa tambang diambil secara acak, tersebar di seluruh citra, sampai bagian yang diminta. Benih acak (seed) yang sama menghasilkan potongan yang sama.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Data latih dan validasi.&lt;/b&gt; Tempat yang berdekatan tampak mirip, dan model yang dinilai di dekat tempat yang sudah dilihatnya tampak lebih baik dari yang sebenarnya. Karena itu tidak ada potongan data latih yang lebih dekat dari jarak kelompok (meter pada elipsoid, antara tepi) ke potongan validasi. Potongan yang saling lebih dekat dari jarak itu membentuk satu kelompok, dan kelompok dibagikan secara utuh sehingga bagian potongan, dan bagian piksel tambang, mendekati bagian yang diminta. Jika suatu kelompok terlalu besar untuk itu, citra dibagi menjadi blok atau jalur, dan potongan bertambang di sepanjang garis pembagi tidak disertakan; dari banyak pembagian acak, dipilih yang paling sedikit membuang potongan dan paling mendekati bagian yang diminta. Jika tidak ada yang dapat dipisahkan, semuanya menjadi data latih, dan sebuah peringatan menyatakannya. Dengan field kelompok, potongan pada poligon yang nilai fieldnya sama juga tetap bersama.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Keluaran.&lt;/b&gt; Di dalam folder: image_000.tif (nilai, kanal, dan tipe data citra apa adanya), mask_000.tif (0 bukan tambang, 1 tambang, 255 tidak diketahui: tanpa data pada citra atau label, di luar area kajian, awan, kode yang diabaikan) dan seterusnya, serta tiles.csv: tile (nomor potongan), spatial_group (kelompok), split (train untuk data latih atau validation untuk validasi), mine_fraction, nodata_fraction, dan cloud_fraction (bagian tambang, tanpa data, dan awan, 0 sampai 1 dari potongan), lon dan lat titik tengahnya (WGS 84), row dan col piksel kiri atasnya. Batas potongan: potongan sebagai poligon, untuk melihat pembagiannya di peta. Angka: jumlah potongan data latih dan validasi, dengan dan tanpa tambang, yang dibuang menurut sebabnya; persen tambang. Folder itu belum boleh berisi potongan lain.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Pilihan.&lt;/b&gt; Dalam raster label setiap kode selain 0 adalah tambang, kecuali jika Kelas menyebutkan kode tambang. Awan: mask awan atau klasifikasi pemandangan Sentinel-2 (SCL), pada grid apa pun. Kode awannya, jika tidak diberikan: 3, 8, 9, dan 10 untuk SCL, yang dikenali dari nama atau kodenya; untuk mask lain setiap kode selain 0, jika kode seperti itu paling banyak tiga. Di bagian yang tanpa data, dianggap tidak ada awan. Suatu potongan dibuang jika bagiannya yang berawan, atau yang tidak diketahui karena sebab lain, melebihi persen yang diberikan. Raster tanpa satu pun piksel tambang tidak menghasilkan potongan.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Contoh.&lt;/b&gt; qgis_process run pantau:trainingtiles -- INPUT=scene.tif LABEL_POLYGONS=mines.gpkg BANDS=B04,B03,B02 CLOUDS=scl.tif FOLDER=patches FOOTPRINTS=footprints.gpkg&lt;/p&gt;&lt;p&gt;&lt;b&gt;Sumber.&lt;/b&gt; Blok dengan jarak di antaranya: Roberts dkk. 2017, Ploton dkk. 2020. Kode SCL: ESA, Sentinel-2 Level-2A. Jarak: Snyder 1987.&lt;/p&gt;</translation>
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
        <source>A STRIDE of {stride} makes {count} patches, and {most} are the most: give a greater one.</source>
        <translation>STRIDE {stride} menghasilkan {count} potongan, sedangkan batasnya {most}: berikan nilai yang lebih besar.</translation>
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
        <source>Across its border (ha)</source>
        <translation>Melintasi batas izin (ha)</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>Peringatan</translation>
    </message>
    <message>
        <source>All (ha)</source>
        <translation>Semua (ha)</translation>
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
        <source>All of the area lies in permits; a part of it does; none of it does. A permit says where mining is allowed, and not that all mining in it is: term, commodity and stage are not checked.</source>
        <translation>Lokasi terletak seluruhnya di dalam izin; sebagian di dalam izin; seluruhnya di luar izin. Izin menyatakan di mana penambangan diperbolehkan, bukan bahwa semua penambangan di dalamnya diperbolehkan: masa berlaku, komoditas, dan tahap kegiatan tidak diperiksa.</translation>
    </message>
    <message>
        <source>Area (ha)</source>
        <translation>Luas (ha)</translation>
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
        <source>Areas</source>
        <translation>Jumlah lokasi</translation>
    </message>
    <message>
        <source>Areas to look at</source>
        <translation>Lokasi yang perlu diperiksa</translation>
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
        <source>Bands, names or numbers (empty: all)</source>
        <translation>Kanal, nama atau nomor (kosong: semua)</translation>
    </message>
    <message>
        <source>Between {before} and {after} nothing of the minimum size was newly mined.</source>
        <translation>Antara {before} dan {after} tidak ada bukaan baru yang memenuhi ukuran minimum.</translation>
    </message>
    <message>
        <source>Between {before} and {after}, {area} ha were newly mined: {new} ha in {new_count} new place(s), and {grown} ha in {grown_count} place(s) where a mine grew.</source>
        <translation>Antara {before} dan {after} terdapat {area} ha bukaan baru: {new} ha tambang baru di {new_count} lokasi, dan {grown} ha perluasan tambang di {grown_count} lokasi.</translation>
    </message>
    <message>
        <source>Both (ha)</source>
        <translation>Keduanya (ha)</translation>
    </message>
    <message>
        <source>Both dates are the same file, {name}: check BEFORE and AFTER.</source>
        <translation>Kedua tanggal memakai berkas yang sama, {name}: periksa BEFORE dan AFTER.</translation>
    </message>
    <message>
        <source>By kind of change</source>
        <translation>Menurut jenis perubahan</translation>
    </message>
    <message>
        <source>CLASS and IGNORE are both {code}, so nothing of the class would count: give two codes.</source>
        <translation>CLASS dan IGNORE sama-sama {code} sehingga tidak ada piksel kelas itu yang dihitung: berikan dua kode yang berbeda.</translation>
    </message>
    <message>
        <source>CLOUD_CODES are codes of the raster CLOUDS, which is not given: give it, or leave them empty.</source>
        <translation>CLOUD_CODES adalah kode raster CLOUDS, yang tidak diberikan: berikan CLOUDS, atau kosongkan CLOUD_CODES.</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Perubahan</translation>
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
        <source>Class of the mines in rasters</source>
        <translation>Kelas tambang dalam raster</translation>
    </message>
    <message>
        <source>Class of the mines in rasters (code)</source>
        <translation>Kelas tambang dalam raster (kode)</translation>
    </message>
    <message>
        <source>Class to judge (code)</source>
        <translation>Kelas yang dinilai (kode)</translation>
    </message>
    <message>
        <source>Classes: codes of mines (empty: all but 0)</source>
        <translation>Kelas: kode tambang (kosong: semua selain 0)</translation>
    </message>
    <message>
        <source>Clouds: every code of {name} but 0.</source>
        <translation>Awan: setiap kode {name} selain 0.</translation>
    </message>
    <message>
        <source>Clouds: mask or scene classification</source>
        <translation>Awan: mask awan atau klasifikasi pemandangan (SCL)</translation>
    </message>
    <message>
        <source>Clouds: the codes {codes} of {name}.</source>
        <translation>Awan: kode {codes} dari {name}.</translation>
    </message>
    <message>
        <source>Code of the label raster to ignore</source>
        <translation>Kode raster label yang diabaikan</translation>
    </message>
    <message>
        <source>Code of the reference to ignore</source>
        <translation>Kode acuan yang diabaikan</translation>
    </message>
    <message>
        <source>Codes of cloud (empty: found out)</source>
        <translation>Kode awan (kosong: dikenali otomatis)</translation>
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
        <source>Cuts an image and its labels into patches, parted into training and validation, to train a model with.</source>
        <translation>Memotong citra beserta labelnya menjadi potongan, terbagi atas data latih dan validasi, untuk melatih model.</translation>
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
        <source>Drop patches with more cloud (percent)</source>
        <translation>Buang potongan dengan awan lebih dari (persen)</translation>
    </message>
    <message>
        <source>Drop patches with more missing data (percent)</source>
        <translation>Buang potongan dengan bagian tanpa data lebih dari (persen)</translation>
    </message>
    <message>
        <source>Each bar is all land that map or reference calls the class. Misses and hits together are the reference; hits and false alarms together are the map. The share of the hits in the bar is the IoU.</source>
        <translation>Setiap batang adalah seluruh lahan yang dinyatakan sebagai kelas itu oleh peta atau acuan. Terlewat dan kena bersama-sama membentuk acuan; kena dan alarm palsu bersama-sama membentuk peta. Bagian kena dalam batang adalah IoU.</translation>
    </message>
    <message>
        <source>Each dot is an area, its size by hectares; numbers are ranks in the list below, up to {last}. North is up.</source>
        <translation>Setiap titik adalah satu lokasi, ukurannya menurut luas; angkanya adalah peringkat dalam daftar di bawah, sampai {last}. Utara di atas.</translation>
    </message>
    <message>
        <source>Earlier mines</source>
        <translation>Tambang tanggal awal</translation>
    </message>
    <message>
        <source>Earlier mines: mask or class raster</source>
        <translation>Tambang tanggal awal: mask kelas atau raster kelas</translation>
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
        <source>Every patch with a mine is dropped, for its clouds or for missing data (which is also what lies outside the area of interest): raise MAX_CLOUD_PERCENT or MAX_NODATA_PERCENT, or choose another image.</source>
        <translation>Setiap potongan yang memuat tambang dibuang karena awan, atau karena bagian tanpa data, termasuk yang di luar area kajian: naikkan MAX_CLOUD_PERCENT atau MAX_NODATA_PERCENT, atau pilih citra lain.</translation>
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
        <source>Finds where mines are new, grew, shrank or vanished between two dates, inside or outside permits, ranked.</source>
        <translation>Menemukan tambang yang baru, meluas, menyusut, atau hilang di antara dua tanggal, di dalam atau di luar izin, menurut peringkat.</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Folder</translation>
    </message>
    <message>
        <source>Footprints</source>
        <translation>Batas potongan</translation>
    </message>
    <message>
        <source>GROUP_FIELD is a field of LABEL_POLYGONS, which are not given: leave it empty.</source>
        <translation>GROUP_FIELD adalah field dari LABEL_POLYGONS, yang tidak diberikan: kosongkan GROUP_FIELD.</translation>
    </message>
    <message>
        <source>Gap that counts as touching</source>
        <translation>Celah yang masih dianggap bersentuhan</translation>
    </message>
    <message>
        <source>Gap to a mine that still counts as touching (m; empty: two pixels of a raster, else 0)</source>
        <translation>Celah ke tambang yang masih dianggap bersentuhan (m; kosong: dua piksel raster, jika tanpa raster 0)</translation>
    </message>
    <message>
        <source>Give one kind of labels: either LABEL_RASTER or LABEL_POLYGONS.</source>
        <translation>Berikan satu jenis label: LABEL_RASTER atau LABEL_POLYGONS, salah satu saja.</translation>
    </message>
    <message>
        <source>Give one layer of mines for each date: either {raster} or {polygons}.</source>
        <translation>Berikan satu layer tambang untuk setiap tanggal: {raster} atau {polygons}, salah satu saja.</translation>
    </message>
    <message>
        <source>Give one reference: either REFERENCE_RASTER or REFERENCE_POLYGONS.</source>
        <translation>Berikan satu acuan: REFERENCE_RASTER atau REFERENCE_POLYGONS, salah satu saja.</translation>
    </message>
    <message>
        <source>Ground newly mined comes first, most hectares outside permits before the rest, then by hectares; what is mined no longer follows, by hectares. Coordinates: degrees on WGS 84 of a point on the area, as a phone takes them.</source>
        <translation>Bukaan baru lebih dahulu, mulai dari yang terluas di luar izin, kemudian menurut luas; setelah itu lahan yang tidak lagi ditambang, menurut luas. Koordinat: derajat WGS 84 dari satu titik di lokasi itu, dapat langsung dimasukkan ke ponsel.</translation>
    </message>
    <message>
        <source>Ground not seen on one of the dates (ha)</source>
        <translation>Lahan yang tidak terlihat pada salah satu tanggal (ha)</translation>
    </message>
    <message>
        <source>Ground seen on both dates (ha)</source>
        <translation>Lahan yang terlihat pada kedua tanggal (ha)</translation>
    </message>
    <message>
        <source>Ground that was a mine before and is none now. Vanished: nothing of the mine is left. Shrunk: something is, or a part of it was not seen.</source>
        <translation>Lahan yang sebelumnya tambang dan sekarang bukan. Hilang: tambang itu tidak bersisa sama sekali. Menyusut: sebagian masih tersisa, atau sebagian tidak terlihat.</translation>
    </message>
    <message>
        <source>Ground that was no mine before and is one now. Grown: it touches a mine of before, or a part of its mine was not seen then. New: neither.</source>
        <translation>Lahan yang sebelumnya bukan tambang dan sekarang tambang. Meluas: menyentuh tambang sebelumnya, atau sebagian tambangnya tidak terlihat pada tanggal awal. Baru: selain itu.</translation>
    </message>
    <message>
        <source>Ground that was no mine before and is one now. Grown: it touches a mine of before, or lies within {gap} m of one, or a part of its mine was not seen then. New: neither.</source>
        <translation>Lahan yang sebelumnya bukan tambang dan sekarang tambang. Meluas: menyentuh tambang sebelumnya, berjarak paling jauh {gap} m darinya, atau sebagian tambangnya tidak terlihat pada tanggal awal. Baru: selain itu.</translation>
    </message>
    <message>
        <source>Group distance: least between training and validation (m)</source>
        <translation>Jarak kelompok: jarak minimum antara data latih dan validasi (m)</translation>
    </message>
    <message>
        <source>Group field: polygons that belong together</source>
        <translation>Field kelompok: poligon yang harus tetap bersama</translation>
    </message>
    <message>
        <source>Grown</source>
        <translation>Meluas</translation>
    </message>
    <message>
        <source>Growth (ha)</source>
        <translation>Perluasan (ha)</translation>
    </message>
    <message>
        <source>Growth of mines only (ha)</source>
        <translation>Perluasan tambang saja (ha)</translation>
    </message>
    <message>
        <source>Hectares</source>
        <translation>Hektare</translation>
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
        <source>How the figures close</source>
        <translation>Neraca luas tambang</translation>
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
        <source>In no permit</source>
        <translation>Di luar semua izin</translation>
    </message>
    <message>
        <source>Inside a permit (ha)</source>
        <translation>Di dalam izin (ha)</translation>
    </message>
    <message>
        <source>Inside, across and outside sort whole areas and add up to all. The last column counts only the ground that no permit covers, so that of areas across a border a part.</source>
        <translation>Di dalam, melintasi, dan di luar mengelompokkan lokasi secara utuh, dan jumlahnya sama dengan kolom Semua. Kolom terakhir hanya menghitung lahan yang tidak tercakup izin mana pun; dari lokasi yang melintasi batas izin, hanya sebagian yang dihitung.</translation>
    </message>
    <message>
        <source>Inside, across, outside</source>
        <translation>Di dalam, melintasi, di luar</translation>
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
        <source>Labels: class raster</source>
        <translation>Label: raster kelas</translation>
    </message>
    <message>
        <source>Later mines</source>
        <translation>Tambang tanggal akhir</translation>
    </message>
    <message>
        <source>Later mines: mask or class raster</source>
        <translation>Tambang tanggal akhir: mask kelas atau raster kelas</translation>
    </message>
    <message>
        <source>Latitude, longitude</source>
        <translation>Lintang, bujur</translation>
    </message>
    <message>
        <source>Left out: areas under the minimum (ha)</source>
        <translation>Tidak disertakan: luas di bawah minimum (ha)</translation>
    </message>
    <message>
        <source>Left out: narrow strips gained</source>
        <translation>Tidak disertakan: jalur sempit, bertambah</translation>
    </message>
    <message>
        <source>Left out: narrow strips lost</source>
        <translation>Tidak disertakan: jalur sempit, berkurang</translation>
    </message>
    <message>
        <source>Left out: small areas gained</source>
        <translation>Tidak disertakan: luas terlalu kecil, bertambah</translation>
    </message>
    <message>
        <source>Left out: small areas lost</source>
        <translation>Tidak disertakan: luas terlalu kecil, berkurang</translation>
    </message>
    <message>
        <source>Left out: strips narrower than the minimum width (ha)</source>
        <translation>Tidak disertakan: jalur lebih sempit dari lebar minimum (ha)</translation>
    </message>
    <message>
        <source>Left out: {small} ha in areas under {least} ha, and {narrow} ha in strips narrower than {width} m.</source>
        <translation>Tidak disertakan: {small} ha pada lokasi yang luasnya di bawah {least} ha, dan {narrow} ha pada jalur yang lebih sempit dari {width} m.</translation>
    </message>
    <message>
        <source>Left out: {small} ha in areas under {least} ha.</source>
        <translation>Tidak disertakan: {small} ha pada lokasi yang luasnya di bawah {least} ha.</translation>
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
        <source>Make training patches</source>
        <translation>Buat potongan citra untuk melatih model</translation>
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
        <source>Map of {count} area(s); the first of the list lies at latitude {lat}, longitude {lon}</source>
        <translation>Peta {count} lokasi; lokasi pertama dalam daftar terletak pada lintang {lat}, bujur {lon}</translation>
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
        <source>Mine alerts: {area} ha new</source>
        <translation>Peringatan tambang: {area} ha bukaan baru</translation>
    </message>
    <message>
        <source>Mined no longer</source>
        <translation>Tidak lagi ditambang</translation>
    </message>
    <message>
        <source>Mined no longer where mines shrank (ha)</source>
        <translation>Tidak lagi ditambang karena tambang menyusut (ha)</translation>
    </message>
    <message>
        <source>Mined no longer where mines vanished (ha)</source>
        <translation>Tidak lagi ditambang karena tambang hilang (ha)</translation>
    </message>
    <message>
        <source>Mined no longer: {shrunk} ha where mines shrank, {vanished} ha where they vanished.</source>
        <translation>Tidak lagi ditambang: {shrunk} ha karena tambang menyusut, {vanished} ha karena tambang hilang.</translation>
    </message>
    <message>
        <source>Mines</source>
        <translation>Tambang</translation>
    </message>
    <message>
        <source>Mines after</source>
        <translation>Tambang pada tanggal akhir</translation>
    </message>
    <message>
        <source>Mines after, on the ground compared (ha)</source>
        <translation>Tambang pada tanggal akhir, di lahan yang dibandingkan (ha)</translation>
    </message>
    <message>
        <source>Mines among the known pixels (percent)</source>
        <translation>Tambang di antara piksel yang diketahui (persen)</translation>
    </message>
    <message>
        <source>Mines are {mine} % of the known pixels; {train} % of their pixels are for training.</source>
        <translation>Tambang meliputi {mine}% dari piksel yang diketahui; {train}% dari piksel tambang menjadi data latih.</translation>
    </message>
    <message>
        <source>Mines before</source>
        <translation>Tambang pada tanggal awal</translation>
    </message>
    <message>
        <source>Mines before, on the ground compared (ha)</source>
        <translation>Tambang pada tanggal awal, di lahan yang dibandingkan (ha)</translation>
    </message>
    <message>
        <source>Mines on the ground compared: {before} ha before, {after} ha after.</source>
        <translation>Tambang di lahan yang dibandingkan: {before} ha pada tanggal awal, {after} ha pada tanggal akhir.</translation>
    </message>
    <message>
        <source>Mines: {count}, {area} ha. Burned: {burned} ha in {scars} scars. In agreement with the plan: {percent} %.</source>
        <translation>Tambang: {count}, {area} ha. Terbakar: {burned} ha pada {scars} bekas terbakar. Sesuai dengan rencana tata ruang: {percent}%.</translation>
    </message>
    <message>
        <source>Minimum area</source>
        <translation>Luas minimum</translation>
    </message>
    <message>
        <source>Minimum area (ha)</source>
        <translation>Luas minimum (ha)</translation>
    </message>
    <message>
        <source>Minimum width</source>
        <translation>Lebar minimum</translation>
    </message>
    <message>
        <source>Minimum width (m; empty: two pixels of a raster, else 0)</source>
        <translation>Lebar minimum (m; kosong: dua piksel raster, jika tanpa raster 0)</translation>
    </message>
    <message>
        <source>Mining permits (IUP)</source>
        <translation>Izin usaha pertambangan (IUP)</translation>
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
        <source>Name or number of the permit</source>
        <translation>Nama atau nomor izin</translation>
    </message>
    <message>
        <source>Neither the map nor the reference shows any {name} here.</source>
        <translation>Baik peta maupun acuan tidak menunjukkan {name} di sini.</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Baru</translation>
    </message>
    <message>
        <source>New mines (ha)</source>
        <translation>Tambang baru (ha)</translation>
    </message>
    <message>
        <source>New mines only (ha)</source>
        <translation>Tambang baru saja (ha)</translation>
    </message>
    <message>
        <source>New mines only, outside permits (ha)</source>
        <translation>Tambang baru saja, di luar izin (ha)</translation>
    </message>
    <message>
        <source>New mining: where to look first</source>
        <translation>Bukaan tambang baru: lokasi yang perlu diperiksa lebih dahulu</translation>
    </message>
    <message>
        <source>New, grown</source>
        <translation>Baru, meluas</translation>
    </message>
    <message>
        <source>Newly mined</source>
        <translation>Bukaan baru</translation>
    </message>
    <message>
        <source>Newly mined ground by permit</source>
        <translation>Bukaan baru menurut izin</translation>
    </message>
    <message>
        <source>Newly mined outside permits: new mines and growth together (ha)</source>
        <translation>Bukaan baru di luar izin: tambang baru dan perluasan (ha)</translation>
    </message>
    <message>
        <source>Newly mined: new mines and growth together (ha)</source>
        <translation>Bukaan baru: tambang baru dan perluasan (ha)</translation>
    </message>
    <message>
        <source>Newly mined: {area} ha, of which {new} ha in new mines and {grown} ha where mines grew; outside permits: {outside}.</source>
        <translation>Bukaan baru: {area} ha, terdiri atas {new} ha tambang baru dan {grown} ha perluasan tambang; di luar izin: {outside}.</translation>
    </message>
    <message>
        <source>No band falls below {value:g}: a Sentinel-2 product of 2022 or later has 1000 added to every value. Subtract it first, or the result means nothing.</source>
        <translation>Tidak ada kanal yang nilainya di bawah {value:g}: produk Sentinel-2 sejak 2022 ditambah 1000 pada setiap nilai. Kurangkan dahulu, jika tidak hasilnya tidak bermakna.</translation>
    </message>
    <message>
        <source>No ground of the minimum size is mined no longer.</source>
        <translation>Lahan yang tidak lagi ditambang: tidak ada yang memenuhi ukuran minimum.</translation>
    </message>
    <message>
        <source>No ground of the minimum size is newly mined.</source>
        <translation>Tidak ada bukaan baru dengan luas minimum.</translation>
    </message>
    <message>
        <source>No output is asked for: give at least one of {names}.</source>
        <translation>Tidak ada keluaran yang diminta: berikan sedikitnya satu dari {names}.</translation>
    </message>
    <message>
        <source>No permit lies within 100 km of the areas found: check that the layer of permits and its CRS are the right ones.</source>
        <translation>Tidak ada izin dalam jarak 100 km dari lokasi yang ditemukan: pastikan layer izin dan sistem koordinatnya benar.</translation>
    </message>
    <message>
        <source>No permits were given, so nothing is said about what lies outside them.</source>
        <translation>Izin tidak diberikan sehingga luas di luar izin tidak disebutkan.</translation>
    </message>
    <message>
        <source>No pixel of {before} can be compared with {after}: choose two that overlap and hold data, within the area of interest if there is one.</source>
        <translation>Tidak ada piksel {before} yang dapat dibandingkan dengan {after}: pilih dua yang bertumpang tindih dan memuat data, di dalam area kajian jika ada.</translation>
    </message>
    <message>
        <source>No pixel of {map} can be compared with {reference}: choose two that overlap and hold data, within the area of interest if there is one.</source>
        <translation>Tidak ada piksel {map} yang dapat dibandingkan dengan {reference}: pilih dua yang bertumpang tindih dan memuat data, di dalam area kajian jika ada.</translation>
    </message>
    <message>
        <source>No polygon of {labels} lies over {raster}: check that the layer and its CRS are the right ones.</source>
        <translation>Tidak ada poligon {labels} yang terletak di atas {raster}: pastikan layer dan sistem koordinatnya benar.</translation>
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
        <source>Of it outside permits (ha)</source>
        <translation>Bagian di luar izin (ha)</translation>
    </message>
    <message>
        <source>Of the mines of one date, {area} ha lie where the other date saw nothing; they are not compared.</source>
        <translation>Dari tambang pada salah satu tanggal, {area} ha terletak di bagian yang tidak terlihat pada tanggal lainnya; luas itu tidak dibandingkan.</translation>
    </message>
    <message>
        <source>Of what the map calls {name}, {precision} % is {name} in the reference too. It finds {recall} % of what the reference calls {name}.</source>
        <translation>Dari yang dinyatakan peta sebagai {name}, {precision}% juga merupakan {name} menurut acuan. Peta menemukan {recall}% dari yang dinyatakan acuan sebagai {name}.</translation>
    </message>
    <message>
        <source>Of {looked} patches, dropped: {cloudy} for clouds, {empty} for missing data, {unknown} with nothing known, {apart} with mines for the distance between the sides; {spare} without a mine were not drawn.</source>
        <translation>Dari {looked} potongan, dibuang: {cloudy} karena awan, {empty} karena bagian tanpa data, {unknown} karena tidak ada piksel yang diketahui, {apart} yang memuat tambang karena jarak antara data latih dan validasi; {spare} tanpa tambang tidak terambil.</translation>
    </message>
    <message>
        <source>On the ellipsoid, so the same in every coordinate system.</source>
        <translation>Pada elipsoid, jadi sama dalam setiap sistem koordinat.</translation>
    </message>
    <message>
        <source>On the ground compared</source>
        <translation>Di lahan yang dibandingkan</translation>
    </message>
    <message>
        <source>Only one of SCALE_MEAN and SCALE_STD is given, and {model} has both of its own: give both or neither.</source>
        <translation>Hanya salah satu dari SCALE_MEAN dan SCALE_STD yang diberikan, sedangkan {model} memiliki keduanya: berikan keduanya atau kosongkan keduanya.</translation>
    </message>
    <message>
        <source>Only the first {count} are drawn.</source>
        <translation>Hanya {count} yang pertama digambar.</translation>
    </message>
    <message>
        <source>Outside (ha)</source>
        <translation>Di luar izin (ha)</translation>
    </message>
    <message>
        <source>Outside permits (ha)</source>
        <translation>Di luar izin (ha)</translation>
    </message>
    <message>
        <source>Overlap of tiles (percent; empty: the model&apos;s)</source>
        <translation>Tumpang tindih petak (persen; kosong: menurut model)</translation>
    </message>
    <message>
        <source>PERMIT_FIELD is {field}, and there are no permits: give PERMITS, or leave it empty.</source>
        <translation>PERMIT_FIELD berisi {field}, sedangkan izin tidak diberikan: berikan PERMITS, atau kosongkan PERMIT_FIELD.</translation>
    </message>
    <message>
        <source>Pantau has met an error of its own ({error}): please report it with the log of the Pantau tab.</source>
        <translation>Pantau mengalami kesalahan internal ({error}): laporkan beserta log pada tab Pantau.</translation>
    </message>
    <message>
        <source>Patches</source>
        <translation>Potongan</translation>
    </message>
    <message>
        <source>Patches dropped for clouds</source>
        <translation>Potongan yang dibuang karena awan</translation>
    </message>
    <message>
        <source>Patches dropped for missing data</source>
        <translation>Potongan yang dibuang karena bagian tanpa data</translation>
    </message>
    <message>
        <source>Patches dropped with nothing known</source>
        <translation>Potongan yang dibuang karena tidak ada piksel yang diketahui</translation>
    </message>
    <message>
        <source>Patches for training</source>
        <translation>Potongan untuk data latih</translation>
    </message>
    <message>
        <source>Patches for validation</source>
        <translation>Potongan untuk validasi</translation>
    </message>
    <message>
        <source>Patches looked at</source>
        <translation>Potongan yang diperiksa</translation>
    </message>
    <message>
        <source>Patches with mines</source>
        <translation>Potongan yang memuat tambang</translation>
    </message>
    <message>
        <source>Patches with mines left out for the distance</source>
        <translation>Potongan yang memuat tambang, tidak disertakan karena jarak</translation>
    </message>
    <message>
        <source>Patches without a mine</source>
        <translation>Potongan tanpa tambang</translation>
    </message>
    <message>
        <source>Patches without a mine that were asked for</source>
        <translation>Potongan tanpa tambang yang diminta</translation>
    </message>
    <message>
        <source>Patches without a mine that were not drawn</source>
        <translation>Potongan tanpa tambang yang tidak terambil</translation>
    </message>
    <message>
        <source>Patches: {count}</source>
        <translation>Potongan: {count}</translation>
    </message>
    <message>
        <source>Permit</source>
        <translation>Izin</translation>
    </message>
    <message>
        <source>Permits</source>
        <translation>Izin</translation>
    </message>
    <message>
        <source>Permits overlap: {area} ha stand in the rows of more than one of them, so the rows add up to more than the last one, which counts all ground once.</source>
        <translation>Izin bertumpang tindih: {area} ha tercantum pada lebih dari satu baris izin sehingga jumlah baris-baris itu melebihi baris terakhir, yang menghitung setiap lahan satu kali.</translation>
    </message>
    <message>
        <source>Permits with an invalid outline, repaired</source>
        <translation>Izin dengan garis batas tidak valid, sudah diperbaiki</translation>
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
        <source>Pixels of mines for training (percent)</source>
        <translation>Piksel tambang untuk data latih (persen)</translation>
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
        <source>Polygons were compared with polygons: ground without a polygon counts as seen, and as no mine.</source>
        <translation>Poligon dibandingkan dengan poligon: lahan tanpa poligon dianggap terlihat, dan bukan tambang.</translation>
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
        <source>Rank</source>
        <translation>Peringkat</translation>
    </message>
    <message>
        <source>Rank new mining for inspection (two dates and permits)</source>
        <translation>Susun peringkat bukaan tambang baru untuk inspeksi (dua tanggal dan izin)</translation>
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
        <source>Seen on both dates: {compared} ha; not seen on one of them, and so not compared: {unseen} ha.</source>
        <translation>Terlihat pada kedua tanggal: {compared} ha; tidak terlihat pada salah satu tanggal sehingga tidak dibandingkan: {unseen} ha.</translation>
    </message>
    <message>
        <source>Share for training (0 to 1)</source>
        <translation>Bagian untuk data latih (0 sampai 1)</translation>
    </message>
    <message>
        <source>Share of patches without a mine (0 to 0.99)</source>
        <translation>Bagian potongan tanpa tambang (0 sampai 0,99)</translation>
    </message>
    <message>
        <source>Shrunk</source>
        <translation>Menyusut</translation>
    </message>
    <message>
        <source>Shrunk, vanished</source>
        <translation>Menyusut, hilang</translation>
    </message>
    <message>
        <source>Side of a patch (px)</source>
        <translation>Sisi potongan (px)</translation>
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
        <source>Stride: a patch every (px)</source>
        <translation>Langkah (stride): satu potongan setiap (px)</translation>
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
        <source>The alerts cannot be written ({reason}): free space on the disk.</source>
        <translation>Peringatan tidak dapat ditulis ({reason}): kosongkan sebagian ruang pada disk.</translation>
    </message>
    <message>
        <source>The alerts cannot be written to {target}: choose another file.</source>
        <translation>Peringatan tidak dapat ditulis ke {target}: pilih berkas lain.</translation>
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
        <source>The code {code} is in CLASSES and in IGNORE, and cannot be both: take it out of one.</source>
        <translation>Kode {code} terdapat dalam CLASSES dan IGNORE, padahal tidak dapat menjadi keduanya: hapus dari salah satunya.</translation>
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
        <source>The folder {folder} holds {name} of other patches already: choose a new or empty folder.</source>
        <translation>Folder {folder} sudah berisi {name} dari potongan lain: pilih folder baru atau folder kosong.</translation>
    </message>
    <message>
        <source>The labels have no polygon: choose a layer with at least one.</source>
        <translation>Label tidak memiliki poligon: pilih layer yang memuat sedikitnya satu poligon.</translation>
    </message>
    <message>
        <source>The layer {value} of {name} cannot be opened: choose a polygon layer.</source>
        <translation>Layer {value} untuk {name} tidak dapat dibuka: pilih layer poligon.</translation>
    </message>
    <message>
        <source>The list, by rank</source>
        <translation>Daftar menurut peringkat</translation>
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
        <source>The patches with mines cannot be parted: they lie within {distance} m of each other, or belong together. All are for training, so nothing is left to judge the model by: lower GROUP_DISTANCE or TILE, or take a larger image.</source>
        <translation>Potongan yang memuat tambang tidak dapat dipisahkan: jaraknya satu sama lain kurang dari {distance} m, atau harus tetap bersama. Semuanya menjadi data latih sehingga tidak ada yang tersisa untuk menilai model: turunkan GROUP_DISTANCE atau TILE, atau pakai citra yang lebih besar.</translation>
    </message>
    <message>
        <source>The polygons cannot be brought into metres ({reason}): check the CRS of their layers.</source>
        <translation>Poligon tidak dapat diubah ke satuan meter ({reason}): periksa sistem koordinat layer-layernya.</translation>
    </message>
    <message>
        <source>The polygons cannot be brought into the CRS of the raster: check the CRS of their layer.</source>
        <translation>Poligon tidak dapat diubah ke sistem koordinat raster: periksa sistem koordinat layernya.</translation>
    </message>
    <message>
        <source>The polygons cannot be brought into the CRS {crs}: check the CRS of their layer.</source>
        <translation>Poligon tidak dapat diubah ke sistem koordinat {crs}: periksa sistem koordinat layernya.</translation>
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
        <source>The result cannot be brought into the CRS of the later mines ({reason}): check that CRS.</source>
        <translation>Hasil tidak dapat diubah ke sistem koordinat tambang tanggal akhir ({reason}): periksa sistem koordinat itu.</translation>
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
        <source>The two rasters have different grids: each pixel of the later one took the nearest pixel of the earlier.</source>
        <translation>Grid kedua raster berbeda: setiap piksel raster tanggal akhir mengambil piksel terdekat dari raster tanggal awal.</translation>
    </message>
    <message>
        <source>There are no more patches without a mine that keep the distance to the other side.</source>
        <translation>Tidak ada lagi potongan tanpa tambang yang memenuhi jarak antara data latih dan validasi.</translation>
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
        <source>These are places to look at, and no proof: a mask or a drawing may take bare soil, ponds or clouds for a mine. Look at the images of both dates before you visit a place or name anyone.</source>
        <translation>Ini adalah lokasi yang perlu diperiksa, bukan bukti: mask kelas atau poligon yang digambar dapat keliru menganggap tanah terbuka, kolam, atau awan sebagai tambang. Periksa citra kedua tanggal sebelum mendatangi lokasi atau menyebut nama siapa pun.</translation>
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
        <source>Two polygons cannot be overlaid ({reason}): repair the layers (Vector geometry &gt; Fix geometries).</source>
        <translation>Dua poligon tidak dapat ditumpangsusunkan ({reason}): perbaiki layernya (Geometri vektor &gt; Fix geometries).</translation>
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
        <source>Vanished</source>
        <translation>Hilang</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Letak</translation>
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
        <source>mine,mining,change,alert,early warning,illegal,permit,IUP,inspection,monitoring</source>
        <translation>tambang,pertambangan,perubahan,peringatan,peringatan dini,ilegal,PETI,izin,IUP,inspeksi,pemantauan</translation>
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
        <source>no, all of it</source>
        <translation>tidak, seluruhnya</translation>
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
        <source>none; {distance} to {permit}</source>
        <translation>tidak ada; {distance} ke {permit}</translation>
    </message>
    <message>
        <source>onnxruntime is installed but cannot be loaded ({reason}): install it again.</source>
        <translation>onnxruntime sudah terpasang tetapi tidak dapat dimuat ({reason}): pasang ulang.</translation>
    </message>
    <message>
        <source>or earlier mines: polygons</source>
        <translation>atau tambang tanggal awal: poligon</translation>
    </message>
    <message>
        <source>or labels: polygons of mines</source>
        <translation>atau label: poligon tambang</translation>
    </message>
    <message>
        <source>or later mines: polygons</source>
        <translation>atau tambang tanggal akhir: poligon</translation>
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
        <source>training</source>
        <translation>data latih</translation>
    </message>
    <message>
        <source>training,patches,tiles,chips,labels,deep learning,dataset,validation,mine</source>
        <translation>pelatihan,data latih,potongan,petak,tile,chip,label,pembelajaran mendalam,deep learning,dataset,validasi,tambang</translation>
    </message>
    <message>
        <source>unknown, no permits given</source>
        <translation>tidak diketahui, izin tidak diberikan</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>validasi</translation>
    </message>
    <message>
        <source>yes, polygons</source>
        <translation>ya, poligon</translation>
    </message>
    <message>
        <source>{before} compared with {after} in {seconds} s: {count} area(s) to look at.</source>
        <translation>{before} dibandingkan dengan {after} dalam {seconds} detik: {count} lokasi perlu diperiksa.</translation>
    </message>
    <message>
        <source>{before} lies on another grid: each pixel of {after} takes the nearest pixel of it.</source>
        <translation>{before} terletak pada grid lain: setiap piksel {after} mengambil piksel terdekatnya.</translation>
    </message>
    <message>
        <source>{compared} pixels of {map} compared with {reference} in {seconds} s ({speed} Mpx/s); {ignored} did not count.</source>
        <translation>{compared} piksel {map} dibandingkan dengan {reference} dalam {seconds} detik ({speed} Mpx/detik); {ignored} tidak dihitung.</translation>
    </message>
    <message>
        <source>{count} more area(s), together {area} ha, are in the layer of alerts.</source>
        <translation>{count} lokasi lain, seluruhnya {area} ha, terdapat dalam layer peringatan.</translation>
    </message>
    <message>
        <source>{count} more permits</source>
        <translation>{count} izin lainnya</translation>
    </message>
    <message>
        <source>{count} patches written: {train} for training and {validation} for validation; {empty} of them without a mine ({wanted} were asked for).</source>
        <translation>{count} potongan ditulis: {train} untuk data latih dan {validation} untuk validasi; {empty} di antaranya tanpa tambang (diminta {wanted}).</translation>
    </message>
    <message>
        <source>{count} permit(s) had an invalid outline, which was repaired.</source>
        <translation>{count} izin memiliki garis batas tidak valid, yang sudah diperbaiki.</translation>
    </message>
    <message>
        <source>{count} permit(s) of {layer} had an invalid outline, which was repaired.</source>
        <translation>{count} izin dalam {layer} memiliki garis batas tidak valid, yang sudah diperbaiki.</translation>
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
        <source>{labels} shows no mine where {raster} can be seen: check that they cover the same ground, and the area of interest if there is one.</source>
        <translation>{labels} tidak menunjukkan tambang di bagian {raster} yang terlihat: pastikan keduanya meliputi wilayah yang sama, dan periksa area kajian jika ada.</translation>
    </message>
    <message>
        <source>{labels} shows no pixel of CLASSES ({codes}) where {raster} can be seen: check the codes.</source>
        <translation>{labels} tidak menunjukkan piksel CLASSES ({codes}) di bagian {raster} yang terlihat: periksa kodenya.</translation>
    </message>
    <message>
        <source>{labels} shows nothing but mines where it holds data, so nothing is known that is no mine: check CLASSES, and whether its background is marked as no data.</source>
        <translation>{labels} hanya menunjukkan tambang di bagian yang memuat data sehingga tidak ada yang diketahui sebagai bukan tambang: periksa CLASSES, dan apakah latar belakangnya ditandai sebagai tanpa data.</translation>
    </message>
    <message>
        <source>{layer} has no field {field}: choose one of its fields as GROUP_FIELD.</source>
        <translation>{layer} tidak memiliki field {field}: pilih salah satu fieldnya sebagai GROUP_FIELD.</translation>
    </message>
    <message>
        <source>{layer} has no field {field}: choose one of {fields}.</source>
        <translation>{layer} tidak memiliki field {field}: pilih salah satu dari {fields}.</translation>
    </message>
    <message>
        <source>{layer} holds no polygon, so everything counts as outside permits: check that it is the right layer.</source>
        <translation>{layer} tidak berisi poligon sehingga semuanya dihitung sebagai di luar izin: pastikan layernya benar.</translation>
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
        <source>{lost} ha are mined no longer.</source>
        <translation>{lost} ha tidak lagi ditambang.</translation>
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
        <source>{name} declares 0 as no data, and all its other codes are mines: 0 is taken as not mine.</source>
        <translation>{name} menyatakan 0 sebagai tanpa data, sedangkan semua kode lainnya adalah tambang: 0 dianggap bukan tambang.</translation>
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
        <source>{name} has no coordinate system, so nothing in it can be measured: assign one in the layer&apos;s properties.</source>
        <translation>{name} tidak memiliki sistem koordinat sehingga tidak dapat diukur: tetapkan sistem koordinatnya pada properti layer.</translation>
    </message>
    <message>
        <source>{name} has no data band: choose another raster.</source>
        <translation>{name} tidak memiliki kanal data: pilih raster lain.</translation>
    </message>
    <message>
        <source>{name} has no pixel of anything but mines, so next to nothing can be compared: its background is probably marked as no data; give it a value of its own, such as 0.</source>
        <translation>{name} tidak memuat piksel selain tambang sehingga hampir tidak ada yang dapat dibandingkan: latar belakangnya mungkin ditandai sebagai tanpa data; berikan nilai tersendiri untuk latar belakang, misalnya 0.</translation>
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
        <source>{name} has {width} x {height} pixels, too few for a patch of {tile} x {tile}: give a smaller TILE.</source>
        <translation>{name} berukuran {width} x {height} piksel, terlalu kecil untuk potongan {tile} x {tile}: berikan TILE yang lebih kecil.</translation>
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
        <source>{name} holds the codes {codes}, and all are taken as mines: say in CLASSES which are, if not all.</source>
        <translation>{name} memuat kode {codes}, dan semuanya dianggap tambang: jika tidak semuanya, sebutkan kode tambang di CLASSES.</translation>
    </message>
    <message>
        <source>{name} holds the codes {codes}, and nothing says which are clouds: give theirs in CLOUD_CODES.</source>
        <translation>{name} memuat kode {codes}, dan tidak ada keterangan kode mana yang berarti awan: sebutkan kode awan di CLOUD_CODES.</translation>
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
        <source>{name} is {value:g} m, and that is more than {most} pixels of {raster}: give less.</source>
        <translation>{name} bernilai {value:g} m, lebih dari {most} piksel {raster}: berikan nilai yang lebih kecil.</translation>
    </message>
    <message>
        <source>{name} is {value:g} {unit}: give 0 or more.</source>
        <translation>{name} bernilai {value:g} {unit}: berikan 0 atau lebih.</translation>
    </message>
    <message>
        <source>{name} is {value:g}: give a number from {low:g} to {high:g}.</source>
        <translation>{name} bernilai {value:g}: berikan angka dari {low:g} sampai {high:g}.</translation>
    </message>
    <message>
        <source>{name} is {value}: give a whole number from -2147483648 to 2147483647.</source>
        <translation>{name} bernilai {value}: berikan bilangan bulat dari -2147483648 sampai 2147483647.</translation>
    </message>
    <message>
        <source>{name} is {value}: give whole numbers with commas, such as 1,2.</source>
        <translation>{name} bernilai {value}: berikan bilangan bulat yang dipisahkan koma, misalnya 1,2.</translation>
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
        <source>{name} names codes of a label raster, and polygons have none: leave it empty.</source>
        <translation>{name} menyebut kode raster label, sedangkan poligon tidak memiliki kode: kosongkan parameter itu.</translation>
    </message>
    <message>
        <source>{name} shows no mine where it is compared: check CLASS ({code}).</source>
        <translation>{name} tidak menunjukkan tambang di bagian yang dibandingkan: periksa CLASS ({code}).</translation>
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
        <source>{outside} ha of it ({percent} %) lie outside the permits.</source>
        <translation>{outside} ha di antaranya ({percent}%) terletak di luar izin.</translation>
    </message>
    <message>
        <source>{out} of {count} patches with mines are left out, since they lie less than {distance} m from the other side: lower GROUP_DISTANCE if that is too many.</source>
        <translation>{out} dari {count} potongan yang memuat tambang tidak disertakan, karena jaraknya ke potongan di sisi lain (data latih atau validasi) kurang dari {distance} m: turunkan GROUP_DISTANCE jika itu terlalu banyak.</translation>
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
        <source>{pixels} Mpx looked at in {seconds} s ({speed} Mpx/s).</source>
        <translation>{pixels} Mpx diperiksa dalam {seconds} detik ({speed} Mpx/detik).</translation>
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
