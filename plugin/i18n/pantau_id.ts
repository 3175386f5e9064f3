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
        <source> in the area of interest</source>
        <translation> di dalam area kajian</translation>
    </message>
    <message>
        <source># An example made by Pantau, not an official table. Edit the column status and give the file back as RULES.</source>
        <translation># Contoh buatan Pantau, bukan tabel resmi. Ubah kolom status, lalu berikan berkas ini sebagai RULES.</translation>
    </message>
    <message>
        <source># An example made by Pantau, not an official table. Edit the column status and give the file back as the rules.</source>
        <translation># Contoh buatan Pantau, bukan tabel resmi. Ubah kolom status, lalu berikan berkas ini kembali sebagai tabel aturan.</translation>
    </message>
    <message>
        <source># Rules used, from {name}. Edit the column status and give the file back as the rules.</source>
        <translation># Aturan yang dipakai, dari {name}. Ubah kolom status, lalu berikan berkas ini kembali sebagai tabel aturan.</translation>
    </message>
    <message>
        <source>% of both plans</source>
        <translation>% dari kedua rencana</translation>
    </message>
    <message>
        <source>% of the change</source>
        <translation>% dari perubahan</translation>
    </message>
    <message>
        <source>% of the map</source>
        <translation>% dari peta</translation>
    </message>
    <message>
        <source>&amp;Area table</source>
        <translation>T&amp;abel luas</translation>
    </message>
    <message>
        <source>&amp;Below:</source>
        <translation>Layer ba&amp;wah:</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Batal</translation>
    </message>
    <message>
        <source>&amp;Class raster</source>
        <translation>Raster &amp;kelas</translation>
    </message>
    <message>
        <source>&amp;Copy report</source>
        <translation>&amp;Salin laporan</translation>
    </message>
    <message>
        <source>&amp;Copy table</source>
        <translation>&amp;Salin tabel</translation>
    </message>
    <message>
        <source>&amp;Edit the print layout...</source>
        <translation>S&amp;unting tata letak cetak...</translation>
    </message>
    <message>
        <source>&amp;Follow</source>
        <translation>&amp;Ikuti</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Bantuan</translation>
    </message>
    <message>
        <source>&amp;Keep...</source>
        <translation>Si&amp;mpan...</translation>
    </message>
    <message>
        <source>&amp;Land cover</source>
        <translation>Tutupan &amp;lahan</translation>
    </message>
    <message>
        <source>&amp;Largest</source>
        <translation>T&amp;erluas</translation>
    </message>
    <message>
        <source>&amp;Names</source>
        <translation>&amp;Nama</translation>
    </message>
    <message>
        <source>&amp;Off</source>
        <translation>&amp;Mati</translation>
    </message>
    <message>
        <source>&amp;Opacity</source>
        <translation>&amp;Opasitas</translation>
    </message>
    <message>
        <source>&amp;Packages and device...</source>
        <translation>&amp;Paket dan perangkat...</translation>
    </message>
    <message>
        <source>&amp;RTRW overlay</source>
        <translation>Tumpang susun &amp;RTRW</translation>
    </message>
    <message>
        <source>&amp;Report (HTML)...</source>
        <translation>La&amp;poran (HTML)...</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>&amp;Jalankan</translation>
    </message>
    <message>
        <source>&amp;Sample project...</source>
        <translation>Proyek &amp;contoh...</translation>
    </message>
    <message>
        <source>&amp;Show all</source>
        <translation>Tampi&amp;lkan semua</translation>
    </message>
    <message>
        <source>&amp;Spreadsheet (XLSX)...</source>
        <translation>Lembar &amp;kerja (XLSX)...</translation>
    </message>
    <message>
        <source>&amp;Test the model</source>
        <translation>&amp;Uji model</translation>
    </message>
    <message>
        <source>&amp;Transparency</source>
        <translation>Trans&amp;paransi</translation>
    </message>
    <message>
        <source>&amp;Update</source>
        <translation>Per&amp;barui</translation>
    </message>
    <message>
        <source>&amp;Zones</source>
        <translation>&amp;Zona</translation>
    </message>
    <message>
        <source>(RBR - RBR of the other polarisation) / (their sum)</source>
        <translation>(RBR - RBR polarisasi lain) / (jumlah keduanya)</translation>
    </message>
    <message>
        <source>(in no unit)</source>
        <translation>(di luar semua wilayah)</translation>
    </message>
    <message>
        <source>(no name)</source>
        <translation>(tanpa nama)</translation>
    </message>
    <message>
        <source>* the best model.</source>
        <translation>* model terbaik.</translation>
    </message>
    <message>
        <source>*: the score interval, since the usual one cannot be trusted here.</source>
        <translation>*: selang skor, karena selang biasa tidak dapat diandalkan di sini.</translation>
    </message>
    <message>
        <source>, as nothing says otherwise</source>
        <translation>, karena tidak ada keterangan lain</translation>
    </message>
    <message>
        <source>, {before} looks before and {after} after ({how})</source>
        <translation>, {before} looks sebelum dan {after} sesudah ({how})</translation>
    </message>
    <message>
        <source>0 is no change, negative is darker after.</source>
        <translation>0 berarti tidak ada perubahan, nilai negatif berarti lebih gelap sesudahnya.</translation>
    </message>
    <message>
        <source>0 is no change; fire takes the canopy, which lowers VH more than VV, and so this index.</source>
        <translation>0 berarti tidak ada perubahan; kebakaran menghilangkan tajuk sehingga VH turun lebih banyak daripada VV, dan indeks ini ikut turun.</translation>
    </message>
    <message>
        <source>1 area is marked on the map: {area} ha.</source>
        <translation>1 area ditandai di peta: {area} ha.</translation>
    </message>
    <message>
        <source>1 is no change, 0.5 half the power (3 dB less), 2 twice the power.</source>
        <translation>1 berarti tidak berubah, 0,5 setengah dayanya (turun 3 dB), 2 dua kali dayanya.</translation>
    </message>
    <message>
        <source>1 remark</source>
        <translation>1 catatan</translation>
    </message>
    <message>
        <source>1,234.56 (English)</source>
        <translation>1,234.56 (Inggris)</translation>
    </message>
    <message>
        <source>1. Find mines on both dates</source>
        <translation>1. Temukan tambang pada kedua tanggal</translation>
    </message>
    <message>
        <source>1. Map land cover</source>
        <translation>1. Petakan tutupan lahan</translation>
    </message>
    <message>
        <source>1. Map what burned</source>
        <translation>1. Petakan yang terbakar</translation>
    </message>
    <message>
        <source>1.234,56 (Indonesian)</source>
        <translation>1.234,56 (Indonesia)</translation>
    </message>
    <message>
        <source>10 log10(post / pre), in decibels</source>
        <translation>10 log10(post / pre), dalam desibel</translation>
    </message>
    <message>
        <source>2. Hectares by kecamatan, to be checked on the image</source>
        <translation>2. Luas per kecamatan, untuk diperiksa di atas citra</translation>
    </message>
    <message>
        <source>2. How far to trust it</source>
        <translation>2. Sejauh mana dapat dipercaya</translation>
    </message>
    <message>
        <source>3. Does it agree with the plan?</source>
        <translation>3. Sesuaikah dengan rencana?</translation>
    </message>
    <message>
        <source>3. Hectares and contiguous land</source>
        <translation>3. Luas dan hamparan</translation>
    </message>
    <message>
        <source>3. Hectares to be signed</source>
        <translation>3. Luas yang siap ditandatangani</translation>
    </message>
    <message>
        <source>3. What is new, and who may mine there</source>
        <translation>3. Yang baru, dan siapa yang boleh menambang</translation>
    </message>
    <message>
        <source>4. Does it agree with the plan?</source>
        <translation>4. Sesuaikah dengan rencana?</translation>
    </message>
    <message>
        <source>&lt;p&gt;Compares the mines of two dates and says what is new, has grown, has shrunk or has vanished, and how much of it lies outside the mining permits (IUP): a ranked list for inspectors of what to look at first. A mask is no proof, and neither is this list: look at the image before you go, or accuse.&lt;/p&gt;&lt;p&gt;&lt;b&gt;How.&lt;/b&gt; For each date give one of two: the mask of &apos;Find mines&apos; (or another class raster), or polygons. Add the permits and the field with their names. Two rasters are compared pixel by pixel on the grid of the later one (the earlier one takes the nearest pixel where its grid differs); a raster and polygons, on the grid of the raster; polygons and polygons, along their own edges. Layers may have different CRSs. Only ground that both dates saw is compared: what is no data in either raster is neither new nor gone, and its hectares are told; so let clouds be no data, since a model may take them for mines. Polygons count as having seen all ground.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Outputs.&lt;/b&gt; Alerts, as multipolygons in the CRS of the later mines: rank; change: new (touches no mine of before), grown (touches one, or a part of its mine was not seen before), shrunk (a part of a mine is gone, or a part was not seen later), vanished (all of it is gone); permit_status: inside, across, outside, or unknown without permits; area_ha and outside_ha (hectares on the ellipsoid, and of them what no permit covers; permits that overlap are not counted twice); mine_ha (the whole mine, at the date when the ground was mined); permits (those it lies in, the largest share first); nearest_permit and distance_m where it lies in none; lon and lat in degrees (WGS 84) of a point on it. Rank: ground newly mined comes first, most hectares outside permits before the rest, then by hectares; what is mined no longer follows, by hectares. Report: a page to read and to print. Numbers: NEW_HA is all ground newly mined, that is NEW_MINES_HA and GROWN_HA together; NEW_OUTSIDE_HA is what of it lies outside permits, empty without permits.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Choices.&lt;/b&gt; Smaller areas than the minimum are left out, and so are strips narrower than the minimum width, which two masks of the same mine always show along its edge; what is left out is told in hectares. Ground that lies no farther from a mine than the gap counts as touching it. Left empty, width and gap are two pixels where a raster is compared, and 0 for polygons alone. Class is the code of the mines in the rasters. The area of interest limits what is counted; a mine that goes on beyond it is judged as a whole. Without a permit field, a permit is called by its feature id.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Example.&lt;/b&gt; qgis_process run pantau:minealerts -- BEFORE=mines_2023.tif AFTER=mines_2024.tif PERMITS=iup.gpkg PERMIT_FIELD=holder OUTPUT=alerts.gpkg REPORT=alerts.html&lt;/p&gt;&lt;p&gt;&lt;b&gt;Source.&lt;/b&gt; Post-classification comparison: Singh 1989. Opening, which removes narrow strips: Serra 1982. Areas: Snyder 1987.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Membandingkan tambang pada dua tanggal dan menyatakan mana yang baru, meluas, menyusut, atau hilang, serta berapa luasnya yang terletak di luar izin usaha pertambangan (IUP): daftar berperingkat bagi petugas inspeksi tentang lokasi yang perlu diperiksa lebih dahulu. Mask kelas bukan bukti, begitu pula daftar ini: periksa citra sebelum mendatangi lokasi atau menuduh siapa pun.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Cara.&lt;/b&gt; Untuk setiap tanggal berikan salah satu: mask kelas dari &apos;Temukan tambang&apos; (atau raster kelas lain), atau poligon. Tambahkan layer izin dan field yang memuat namanya. Dua raster dibandingkan piksel demi piksel pada grid raster tanggal akhir (jika gridnya berbeda, dari raster tanggal awal diambil piksel terdekat); raster dan poligon, pada grid raster; poligon dan poligon, menurut tepinya sendiri. Sistem koordinat setiap layer boleh berbeda. Hanya lahan yang terlihat pada kedua tanggal yang dibandingkan: bagian tanpa data pada salah satu raster tidak dihitung sebagai baru ataupun hilang, dan luasnya disebutkan; jadi tandai awan sebagai tanpa data, karena model dapat menganggapnya tambang. Poligon dianggap telah melihat seluruh lahan.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Keluaran.&lt;/b&gt; Peringatan, berupa multipoligon dalam sistem koordinat tambang tanggal akhir: rank (peringkat); change (perubahan): new (baru: tidak menyentuh tambang sebelumnya), grown (meluas: menyentuh tambang sebelumnya, atau sebagian tambangnya tidak terlihat pada tanggal awal), shrunk (menyusut: sebagian tambang tidak ada lagi, atau sebagian tidak terlihat pada tanggal akhir), vanished (hilang: seluruh tambang tidak ada lagi); permit_status: inside (di dalam izin), across (melintasi batas izin), outside (di luar izin), atau unknown (tidak diketahui) jika izin tidak diberikan; area_ha dan outside_ha (hektare pada elipsoid, dan bagiannya yang tidak tercakup izin mana pun; izin yang bertumpang tindih tidak dihitung dua kali); mine_ha (luas seluruh tambang, pada tanggal ketika lahan itu ditambang); permits (izin tempat lokasi itu terletak, bagian terbesar lebih dahulu); nearest_permit (izin terdekat) dan distance_m (jaraknya) jika lokasi tidak terletak dalam izin mana pun; lon dan lat dalam derajat (WGS 84) dari satu titik di lokasi itu. Peringkat: bukaan baru lebih dahulu, mulai dari yang terluas di luar izin, kemudian menurut luas; setelah itu lahan yang tidak lagi ditambang, menurut luas. Laporan: halaman untuk dibaca dan dicetak. Angka: NEW_HA adalah seluruh bukaan baru, yaitu jumlah NEW_MINES_HA dan GROWN_HA; NEW_OUTSIDE_HA adalah bagiannya di luar izin, kosong jika izin tidak diberikan.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Pilihan.&lt;/b&gt; Lokasi yang lebih kecil dari luas minimum tidak disertakan, begitu pula jalur yang lebih sempit dari lebar minimum, yang selalu muncul di sepanjang tepi jika dua mask dari tambang yang sama dibandingkan; luas yang tidak disertakan disebutkan dalam hektare. Lahan yang jaraknya dari tambang tidak melebihi celah dianggap menyentuhnya. Jika dikosongkan, lebar dan celah adalah dua piksel bila ada raster yang dibandingkan, dan 0 bila hanya poligon. Kelas adalah kode tambang dalam raster. Area kajian membatasi bagian yang dihitung; tambang yang berlanjut di luarnya dinilai secara utuh. Tanpa field izin, suatu izin disebut dengan nomor id fiturnya.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Contoh.&lt;/b&gt; qgis_process run pantau:minealerts -- BEFORE=mines_2023.tif AFTER=mines_2024.tif PERMITS=iup.gpkg PERMIT_FIELD=holder OUTPUT=alerts.gpkg REPORT=alerts.html&lt;/p&gt;&lt;p&gt;&lt;b&gt;Sumber.&lt;/b&gt; Perbandingan pascaklasifikasi: Singh 1989. Operasi pembukaan (opening), yang menghapus jalur sempit: Serra 1982. Luas: Snyder 1987.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;Computes indices that show vegetation, water, bare and built-up land, burns or salt more clearly than single bands do, and puts them behind the bands of the image. For whoever classifies an image or looks for one kind of ground.&lt;/p&gt;&lt;p&gt;&lt;b&gt;How.&lt;/b&gt; Choose the image and name the indices, with commas; left empty, all that its bands allow. The bands are found by their common name, else their wavelength, else their name: red or merah, B04 of Sentinel-2, SR_B4 of Landsat. Names from B1 to B7 alone mean other bands with each sensor: then name the bands blue, green, red, nir, swir16, swir22. The log says which band was taken for what.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Indices.&lt;/b&gt; {formulas}. B is blue, G green, R red, N near infrared (B08 of Sentinel-2, else B8A), S1 and S2 short-wave infrared at 1.6 and 2.2 micrometres. NDSI is the salinity index here, the opposite of NDVI, and no index of snow.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Values.&lt;/b&gt; Scale and offset that the file declares are applied. Without them, decimals up to about 1 are taken as reflectance, all else as reflectance x 10 000, which matters to SAVI and EVI.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Outputs.&lt;/b&gt; A raster of 32-bit decimals, no data -9999: the bands of the image, scaled if the file says how, and the indices, each with its name. An index has no data where one of its bands has none, or where it would divide by zero. Also: BANDS_USED, MPX_PER_S (megapixels a second).&lt;/p&gt;&lt;p&gt;&lt;b&gt;Example.&lt;/b&gt; qgis_process run pantau:spectralindices -- INPUT=scene.tif INDICES=NDVI,MNDWI,BSI OUTPUT=indices.tif&lt;/p&gt;&lt;p&gt;&lt;b&gt;Source.&lt;/b&gt; Awesome Spectral Indices: Montero et al. 2023, Scientific Data 10:197 (BSI is called BI there). NDSI: Khan et al. 2005, Agricultural Water Management 77.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Menghitung indeks yang menunjukkan vegetasi, air, lahan terbuka dan terbangun, bekas terbakar, atau garam dengan lebih jelas daripada kanal tunggal, dan menempatkannya di belakang kanal citra. Ditujukan bagi siapa pun yang mengklasifikasikan citra atau mencari satu jenis lahan.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Cara.&lt;/b&gt; Pilih citra dan sebutkan indeksnya, dipisahkan koma; jika dikosongkan, semua yang dapat dihitung dari kanalnya. Kanal dikenali dari nama umum, jika tidak dari panjang gelombang, jika tidak dari namanya: red atau merah, B04 pada Sentinel-2, SR_B4 pada Landsat. Nama B1 sampai B7 saja berarti kanal yang berbeda pada setiap sensor: beri nama kanalnya blue, green, red, nir, swir16, swir22. Log menyebutkan kanal mana yang dipakai untuk apa.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Indeks.&lt;/b&gt; {formulas}. B adalah biru, G hijau, R merah, N inframerah dekat (B08 pada Sentinel-2, jika tidak ada B8A), S1 dan S2 inframerah gelombang pendek pada 1,6 dan 2,2 mikrometer. NDSI di sini adalah indeks salinitas, kebalikan NDVI, bukan indeks salju.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Nilai.&lt;/b&gt; Skala dan offset yang dinyatakan berkas diterapkan. Tanpa itu, bilangan desimal sampai sekitar 1 dianggap reflektansi, selain itu reflektansi x 10.000; ini penting bagi SAVI dan EVI.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Keluaran.&lt;/b&gt; Raster bilangan desimal 32-bit, tanpa data -9999: kanal citra, diskalakan jika berkas menyebutkan caranya, dan indeks, masing-masing dengan namanya. Suatu indeks menjadi tanpa data jika salah satu kanalnya tanpa data, atau jika pembaginya nol. Juga: BANDS_USED (kanal yang dipakai), MPX_PER_S (megapiksel per detik).&lt;/p&gt;&lt;p&gt;&lt;b&gt;Contoh.&lt;/b&gt; qgis_process run pantau:spectralindices -- INPUT=scene.tif INDICES=NDVI,MNDWI,BSI OUTPUT=indices.tif&lt;/p&gt;&lt;p&gt;&lt;b&gt;Sumber.&lt;/b&gt; Awesome Spectral Indices: Montero dkk. 2023, Scientific Data 10:197 (di sana BSI disebut BI). NDSI: Khan dkk. 2005, Agricultural Water Management 77.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;Converts the backscatter of a radar image (sigma nought or gamma nought) from linear power to decibels, which are good to look at, or from decibels to power, which is what can be averaged, filtered and divided. For whoever works with Sentinel-1 images of several makers.&lt;/p&gt;&lt;p&gt;&lt;b&gt;How.&lt;/b&gt; Choose the image and what it shall become. Which of the two it is now is told from its values: most decibels are negative, power lies between 0 and about 1. The log says what was found. Amplitudes and uncalibrated numbers are refused.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Choices.&lt;/b&gt; Convert to: db (decibels) or linear (power). Unit of the image: auto (told from the values), linear, db.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Outputs.&lt;/b&gt; A raster of 32-bit decimals with all bands and their names, no data NaN; its unit is written into the bands. Power of 0 or less, as beyond the coast, has no decibels and becomes no data: EMPTY says how many values. An image that is in the unit asked for already is written as it is. UNITS_USED: the unit found. MPX_PER_S: megapixels a second.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Example.&lt;/b&gt; qgis_process run pantau:backscatterunits -- INPUT=vh.tif TO=db OUTPUT=vh_db.tif&lt;/p&gt;&lt;p&gt;&lt;b&gt;Source.&lt;/b&gt; dB = 10 log10(power).&lt;/p&gt;</source>
        <translation>&lt;p&gt;Mengubah hamburan balik citra radar (sigma nol atau gamma nol) dari daya linear ke desibel, yang baik untuk dilihat, atau dari desibel ke daya, yang dapat dirata-ratakan, difilter, dan dibagi. Ditujukan bagi siapa pun yang bekerja dengan citra Sentinel-1 dari beberapa penyedia.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Cara.&lt;/b&gt; Pilih citra dan satuan tujuannya. Satuan asalnya dikenali dari nilainya: sebagian besar desibel bernilai negatif, daya terletak antara 0 dan sekitar 1. Log menyebutkan satuan yang ditemukan. Amplitudo dan nilai yang belum dikalibrasi ditolak.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Pilihan.&lt;/b&gt; Ubah ke: db (desibel) atau linear (daya). Satuan citra: auto (dikenali dari nilainya), linear, db.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Keluaran.&lt;/b&gt; Raster bilangan desimal 32-bit dengan semua kanal dan namanya, tanpa data NaN; satuannya ditulis ke dalam kanal. Daya 0 atau kurang, seperti di luar garis pantai, tidak memiliki desibel dan menjadi tanpa data: EMPTY menyebutkan jumlah nilainya. Citra yang satuannya sudah sesuai ditulis apa adanya. UNITS_USED: satuan yang ditemukan. MPX_PER_S: megapiksel per detik.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Contoh.&lt;/b&gt; qgis_process run pantau:backscatterunits -- INPUT=vh.tif TO=db OUTPUT=vh_db.tif&lt;/p&gt;&lt;p&gt;&lt;b&gt;Sumber.&lt;/b&gt; dB = 10 log10(power).&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;Cuts an image and the mines that someone has drawn on it into small patches from which a model can learn, and puts some of them aside to judge the model by. For officers and their partners who train a model for their own province: models/training reads the folder as it is.&lt;/p&gt;&lt;p&gt;&lt;b&gt;How.&lt;/b&gt; Choose the image and one kind of labels: a raster of class codes on any grid, or polygons. The labels must be complete: where there is none, the model learns that there is no mine. Patches begin every Stride pixels; the last of a row or a column is moved inwards, so that the edge is covered and nothing is invented. All patches with mines are kept, save those that the distance below forbids; those without are drawn by lot, spread over the image, up to their share. The same seed gives the same patches.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Training and validation.&lt;/b&gt; Neighbours look alike, and a model that is judged by neighbours of what it has seen seems better than it is. So no patch for training lies nearer than the group distance (metres on the ellipsoid, between edges) to one for validation. Patches that lie nearer than that to each other are a group, and whole groups are dealt out so that the share of the patches, and of the pixels of mines, come near to the share asked for. Where a group is too large for that, the image is cut into blocks or strips, and patches with mines along the cut are left out; of many cuts, drawn by lot, the one is taken that leaves out least and comes nearest to the share. Where nothing can be parted, all is for training, and a warning says so. With a group field, patches on polygons that share a value of it stay together as well.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Outputs.&lt;/b&gt; In the folder: image_000.tif (the image&apos;s own values, bands and type), mask_000.tif (0 not mine, 1 mine, 255 not known: no data in image or labels, outside the area of interest, cloud, the code to ignore) and so on, and tiles.csv: tile, spatial_group, split (train or validation), mine_fraction, nodata_fraction and cloud_fraction (0 to 1 of the patch), lon and lat of its middle (WGS 84), row and col of its upper left pixel. Footprints: the patches as polygons, to see the split on the map. Numbers: patches by side, with and without mines, dropped by reason; percent of mines. The folder must hold no patches yet.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Choices.&lt;/b&gt; Of a label raster every code but 0 is a mine, unless Classes names those that are. Clouds: a mask of clouds or a scene classification of Sentinel-2 (SCL), on any grid. Its codes for cloud, if not given: 3, 8, 9 and 10 of an SCL, known by its name or by its codes; of any other mask every code but 0, where it has three such codes at most. Where it holds no data, no cloud is assumed. A patch is dropped where more than the given percent of it is cloud, or is not known for another reason. Rasters with no pixel of a mine give no patches.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Example.&lt;/b&gt; qgis_process run pantau:trainingtiles -- INPUT=scene.tif LABEL_POLYGONS=mines.gpkg BANDS=B04,B03,B02 CLOUDS=scl.tif FOLDER=patches FOOTPRINTS=footprints.gpkg&lt;/p&gt;&lt;p&gt;&lt;b&gt;Source.&lt;/b&gt; Blocks with a distance between them: Roberts et al. 2017, Ploton et al. 2020. Codes of the SCL: ESA, Sentinel-2 Level-2A. Distances: Snyder 1987.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Memotong citra dan tambang yang digambar di atasnya menjadi potongan-potongan kecil untuk melatih model, dan menyisihkan sebagian untuk menilai model itu. Ditujukan bagi petugas dan mitranya yang melatih model untuk provinsinya sendiri: models/training membaca folder ini apa adanya.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Cara.&lt;/b&gt; Pilih citra dan satu jenis label: raster kode kelas pada grid apa pun, atau poligon. Label harus lengkap: di tempat tanpa label, model belajar bahwa di sana tidak ada tambang. Potongan dimulai setiap Langkah (stride) piksel; potongan terakhir pada suatu baris atau kolom digeser ke dalam sehingga tepi citra tercakup dan tidak ada piksel yang direka. Semua potongan yang memuat tambang disimpan, kecuali yang terhalang oleh jarak yang dijelaskan di bawah; potongan tanpa tambang diambil secara acak, tersebar di seluruh citra, sampai bagian yang diminta. Benih acak (seed) yang sama menghasilkan potongan yang sama.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Data latih dan validasi.&lt;/b&gt; Tempat yang berdekatan tampak mirip, dan model yang dinilai di dekat tempat yang sudah dilihatnya tampak lebih baik dari yang sebenarnya. Karena itu tidak ada potongan data latih yang lebih dekat dari jarak kelompok (meter pada elipsoid, antara tepi) ke potongan validasi. Potongan yang saling lebih dekat dari jarak itu membentuk satu kelompok, dan kelompok dibagikan secara utuh sehingga bagian potongan, dan bagian piksel tambang, mendekati bagian yang diminta. Jika suatu kelompok terlalu besar untuk itu, citra dibagi menjadi blok atau jalur, dan potongan bertambang di sepanjang garis pembagi tidak disertakan; dari banyak pembagian acak, dipilih yang paling sedikit membuang potongan dan paling mendekati bagian yang diminta. Jika tidak ada yang dapat dipisahkan, semuanya menjadi data latih, dan sebuah peringatan menyatakannya. Dengan field kelompok, potongan pada poligon yang nilai fieldnya sama juga tetap bersama.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Keluaran.&lt;/b&gt; Di dalam folder: image_000.tif (nilai, kanal, dan tipe data citra apa adanya), mask_000.tif (0 bukan tambang, 1 tambang, 255 tidak diketahui: tanpa data pada citra atau label, di luar area kajian, awan, kode yang diabaikan) dan seterusnya, serta tiles.csv: tile (nomor potongan), spatial_group (kelompok), split (train untuk data latih atau validation untuk validasi), mine_fraction, nodata_fraction, dan cloud_fraction (bagian tambang, tanpa data, dan awan, 0 sampai 1 dari potongan), lon dan lat titik tengahnya (WGS 84), row dan col piksel kiri atasnya. Batas potongan: potongan sebagai poligon, untuk melihat pembagiannya di peta. Angka: jumlah potongan data latih dan validasi, dengan dan tanpa tambang, yang dibuang menurut sebabnya; persen tambang. Folder itu belum boleh berisi potongan lain.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Pilihan.&lt;/b&gt; Dalam raster label setiap kode selain 0 adalah tambang, kecuali jika Kelas menyebutkan kode tambang. Awan: mask awan atau klasifikasi pemandangan Sentinel-2 (SCL), pada grid apa pun. Kode awannya, jika tidak diberikan: 3, 8, 9, dan 10 untuk SCL, yang dikenali dari nama atau kodenya; untuk mask lain setiap kode selain 0, jika kode seperti itu paling banyak tiga. Di bagian yang tanpa data, dianggap tidak ada awan. Suatu potongan dibuang jika bagiannya yang berawan, atau yang tidak diketahui karena sebab lain, melebihi persen yang diberikan. Raster tanpa satu pun piksel tambang tidak menghasilkan potongan.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Contoh.&lt;/b&gt; qgis_process run pantau:trainingtiles -- INPUT=scene.tif LABEL_POLYGONS=mines.gpkg BANDS=B04,B03,B02 CLOUDS=scl.tif FOLDER=patches FOOTPRINTS=footprints.gpkg&lt;/p&gt;&lt;p&gt;&lt;b&gt;Sumber.&lt;/b&gt; Blok dengan jarak di antaranya: Roberts dkk. 2017, Ploton dkk. 2020. Kode SCL: ESA, Sentinel-2 Level-2A. Jarak: Snyder 1987.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;Draws the points at which a class map is checked: how many it takes, and where. For whoever has to say how good a map is. Look at each point on an image or in the field, choose its true class in the field &apos;reference&apos; (a drop-down of the legend&apos;s names), and give the layer to the accuracy assessment.&lt;/p&gt;&lt;p&gt;&lt;b&gt;How.&lt;/b&gt; Choose the class map and press Run. Each pixel of a stratum is equally likely and none is drawn twice, so that the estimates that follow are free of anybody&apos;s choice: do not move points, and do not delete hard ones. The place within the pixel is random, too. The same map and seed give the same points.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Choices.&lt;/b&gt; Design: stratified (by the classes of the map, or by another raster of codes, such as kecamatan; rare classes are sure to get points) or simple (over the whole map). How many: a total, or the standard error that overall accuracy shall have (empty: 0.02, which means that the true value is within 4 percentage points of the estimate 19 times out of 20), given what user&apos;s accuracy you expect of each class (1=0.9,2=0.75; else 0.85). Sharing out: proportional to the strata&apos;s areas, equal, or neyman (more where the map is expected to err). At least so many points in each stratum, as far as it has pixels; 0: no minimum. A total that is too small for that lowers the minimum; a standard error raises the total. Minimum distance: in metres on the ground, between any two points; they are then spread a little more evenly than chance would, and where there is no room, there are fewer, with a warning. Blind: the layer does not say what the map shows, so that nobody is led by it. Area of interest: pixels whose centre is inside.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Outputs.&lt;/b&gt; Points in random order: point (number), stratum and stratum_name (design stratified), map_class and map_name; reference, reference_2 (a second interpreter) and note, empty. Without labels they are rings, with one they take the class&apos;s colour. The form stays with the layer: inside a GeoPackage, or as .qml beside other files. Numbers: COUNT; EXPECTED_SE, the standard error of overall accuracy to expect (empty where a stratum has no point); TOTAL_NEEDED, the total that would reach the target where the sharing out misses it (else empty); MISSING, points that found no place.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Example.&lt;/b&gt; qgis_process run pantau:samplepoints -- CLASSIFIED=landcover.tif TARGET_SE=0.01 EXPECTED_UA=1=0.7,2=0.6,3=0.9,4=0.95 OUTPUT=points.gpkg&lt;/p&gt;&lt;p&gt;&lt;b&gt;Source.&lt;/b&gt; Sample size and allocation: Cochran 1977, equations 5.25 and 5.26; Olofsson et al. 2014.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Mengambil titik untuk memeriksa peta kelas: berapa banyak yang diperlukan, dan di mana. Ditujukan bagi siapa pun yang harus menyatakan seberapa baik suatu peta. Amati setiap titik pada citra atau di lapangan, pilih kelas yang sebenarnya di field &apos;reference&apos; (daftar pilihan berisi nama kelas dari legenda), lalu pakai layer itu dalam uji akurasi.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Cara.&lt;/b&gt; Pilih peta kelas, lalu tekan Jalankan. Setiap piksel dalam suatu stratum berpeluang sama untuk terpilih dan tidak ada yang diambil dua kali sehingga dugaan yang dihasilkan bebas dari pilihan siapa pun: jangan memindahkan titik, dan jangan menghapus titik yang sulit. Letak titik di dalam piksel juga acak. Peta dan benih acak (seed) yang sama menghasilkan titik yang sama.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Pilihan.&lt;/b&gt; Rancangan: stratified (berstrata: menurut kelas peta, atau menurut raster kode lain, misalnya kecamatan; kelas yang jarang pasti mendapat titik) atau simple (acak sederhana: di seluruh peta). Jumlah: jumlah seluruh titik, atau galat baku akurasi keseluruhan yang diinginkan (kosong: 0,02, artinya dalam 19 dari 20 kali nilai sebenarnya berbeda paling banyak 4 poin persentase dari dugaan), berdasarkan akurasi pengguna yang diperkirakan untuk setiap kelas (1=0.9,2=0.75; selain itu 0.85). Pembagian: proportional (sebanding dengan luas strata), equal (sama banyak), atau neyman (lebih banyak di tempat peta diperkirakan salah). Jumlah titik minimum di setiap stratum, sejauh pikselnya cukup; 0: tanpa minimum. Jumlah seluruh titik yang terlalu kecil untuk itu menurunkan minimumnya; galat baku menaikkan jumlah seluruhnya. Jarak minimum: dalam meter di lapangan, antara dua titik mana pun; titik kemudian tersebar sedikit lebih merata daripada secara kebetulan, dan jika tidak ada tempat, jumlahnya berkurang, disertai peringatan. Tersamar (blind): layer tidak menyebutkan isi peta sehingga tidak ada yang terpengaruh olehnya. Area kajian: piksel yang pusatnya berada di dalamnya.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Keluaran.&lt;/b&gt; Titik dalam urutan acak: point (nomor), stratum dan stratum_name (rancangan stratified), map_class dan map_name; reference, reference_2 (penafsir kedua), dan note (catatan), kosong. Titik tanpa label berupa lingkaran kosong, titik berlabel mengambil warna kelasnya. Formulirnya tersimpan bersama layer: di dalam GeoPackage, atau sebagai .qml di samping berkas lain. Angka: COUNT (jumlah titik); EXPECTED_SE, galat baku akurasi keseluruhan yang diperkirakan (kosong jika ada stratum tanpa titik); TOTAL_NEEDED, jumlah titik yang akan mencapai sasaran jika pembagian ini tidak mencapainya (selain itu kosong); MISSING, titik yang tidak mendapat tempat.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Contoh.&lt;/b&gt; qgis_process run pantau:samplepoints -- CLASSIFIED=landcover.tif TARGET_SE=0.01 EXPECTED_UA=1=0.7,2=0.6,3=0.9,4=0.95 OUTPUT=points.gpkg&lt;/p&gt;&lt;p&gt;&lt;b&gt;Sumber.&lt;/b&gt; Ukuran sampel dan alokasi: Cochran 1977, persamaan 5.25 dan 5.26; Olofsson dkk. 2014.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;Finds open-pit mines in a Sentinel-2 image and measures them: a probability raster, a mask, and polygons with hectares. For officers who watch where mines open; any other ONNX segmentation model works too.&lt;/p&gt;&lt;p&gt;&lt;b&gt;How.&lt;/b&gt; Choose the image and press Run. The shipped model takes red, green and blue (B04, B03, B02) at 10 m, in reflectance x 10 000 or from 0 to 1, without the 1000 that Sentinel-2 products have added since 2022: subtract it first. Bands are found by their names, else say them in Bands, in the model&apos;s order, such as 3,2,1. It was trained in Brazil: look at the polygons on the image before you use them.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Outputs.&lt;/b&gt; Probability from 0 to 1 (stored as 0 to 200, nodata 255, or as 32-bit numbers). Mask: one code a class, 0 for the background, 255 for no data. Polygons along pixel edges: class, class_name, area_ha (hectares on the ellipsoid), prob_mean, prob_max, model, checksum.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Choices.&lt;/b&gt; Minimum area and hole filling are in hectares and act on mask and polygons. The area of interest limits what is read and what is written. Device: auto (a GPU where one works, else the CPU), cpu, cuda, tensorrt. Probability type: uint8, float32. Overlap is in percent of a tile&apos;s side (of 1024 px where the tile size is left empty); scale mean and scale std are in the raster&apos;s own values: what the model sees is (value - mean) / std. Where the image is a mask that this algorithm has made, as in a chain, the mask is that one again, within the area of interest: no model is run, and a mask of another model or threshold is refused, since what differs would pass for new mines.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Example.&lt;/b&gt; qgis_process run pantau:segment -- INPUT=scene.tif MIN_AREA_HA=0.5 MASK=mines.tif POLYGONS=mines.gpkg&lt;/p&gt;&lt;p&gt;&lt;b&gt;Source.&lt;/b&gt; U-Net: Ronneberger, Fischer and Brox 2015. Areas: Snyder 1987. Overlapping tiles are blended with smooth weights before the threshold, so that no seams remain.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Menemukan tambang terbuka pada citra Sentinel-2 dan mengukur luasnya: raster probabilitas, mask kelas, dan poligon dengan luas dalam hektare. Ditujukan bagi petugas yang memantau pembukaan tambang; model segmentasi ONNX lain juga dapat digunakan.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Cara.&lt;/b&gt; Pilih citra, lalu tekan Jalankan. Model bawaan memerlukan kanal merah, hijau, dan biru (B04, B03, B02) pada 10 m, berupa reflektansi x 10.000 atau dari 0 sampai 1, tanpa tambahan 1000 yang ada pada produk Sentinel-2 sejak 2022: kurangkan dahulu. Kanal dikenali dari namanya, jika tidak sebutkan di Kanal menurut urutan model, misalnya 3,2,1. Model ini dilatih di Brasil: periksa poligon di atas citra sebelum menggunakannya.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Keluaran.&lt;/b&gt; Probabilitas dari 0 sampai 1 (disimpan sebagai 0 sampai 200, tanpa data 255, atau sebagai bilangan 32-bit). Mask kelas: satu kode untuk setiap kelas, 0 untuk latar belakang, 255 untuk tanpa data. Poligon mengikuti tepi piksel: class, class_name, area_ha (hektare pada elipsoid), prob_mean, prob_max, model, checksum.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Pilihan.&lt;/b&gt; Luas minimum dan pengisian lubang dinyatakan dalam hektare dan berlaku untuk mask kelas dan poligon. Area kajian membatasi bagian yang dibaca dan ditulis. Perangkat: auto (GPU jika berfungsi, jika tidak CPU), cpu, cuda, tensorrt. Tipe data probabilitas: uint8, float32. Tumpang tindih dinyatakan dalam persen dari sisi petak (dari 1024 px jika ukuran petak dikosongkan); rata-rata (mean) dan simpangan baku (std) untuk penskalaan memakai satuan nilai raster itu sendiri: yang diterima model adalah (value - mean) / std. Jika citranya adalah mask kelas buatan algoritme ini, seperti dalam rangkaian, hasilnya adalah mask kelas itu juga, di dalam area kajian: tidak ada model yang dijalankan, dan mask kelas dari model atau ambang lain ditolak, karena perbedaannya akan tampak sebagai tambang baru.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Contoh.&lt;/b&gt; qgis_process run pantau:segment -- INPUT=scene.tif MIN_AREA_HA=0.5 MASK=mines.tif POLYGONS=mines.gpkg&lt;/p&gt;&lt;p&gt;&lt;b&gt;Sumber.&lt;/b&gt; U-Net: Ronneberger, Fischer, dan Brox 2015. Luas: Snyder 1987. Petak yang bertumpang tindih dipadukan dengan bobot yang halus sebelum ambang diterapkan, sehingga tidak ada bekas sambungan.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;Finds the mines of two dates, says what is new and what of it lies outside the permits (IUP), and measures the mines of the later date in each kecamatan. For officers who look at the same place month after month.&lt;/p&gt;&lt;p&gt;&lt;b&gt;How.&lt;/b&gt; &apos;Find mines&apos; on both dates, &apos;Rank new mining for inspection&apos;, and &apos;Make an area table&apos; of the later mask. The second time, give as the earlier scene the mask that this chain has kept from the last run: a mask that &apos;Find mines&apos; has made with the same model is taken as it is, so that only the new scene is worked on; give the new mask another name. Clouds should be no data in the scenes (&apos;Prepare a scene&apos;), since a model may take them for mines. The shipped model was trained in Brazil and never saw a mine in Indonesia: look at alerts and hectares on the image before they are signed.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Choices.&lt;/b&gt; Later scene: Sentinel-2 with named bands, or what your model wants. Permits and their name field, kecamatan (any polygons; the fields WADMKK, WADMKC, WADMKD and the usual others are recognised) and area of interest may be left empty. Smallest alert: in hectares. Model: an ONNX file of your own for both dates; empty: the shipped mine model. Kecamatan bound only the area table: all other figures are of the whole scene, or of the area of interest. Give the kabupaten as area of interest if both shall cover the same ground.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Outputs.&lt;/b&gt; after:MASK, the mines of the later date (0, 1; 255 no data), to be kept for the next run; after:POLYGONS, the same as polygons; alerts:ALERTS, areas to look at, ranked, with hectares and permits; alerts:REPORT, the page for inspectors; areas:AREAS, areas:XLSX and areas:REPORT, hectares by kecamatan. Numbers: alerts:NEW_HA (newly mined, ha), alerts:NEW_OUTSIDE_HA (of it outside permits, empty without permits), alerts:COUNT (how many areas). On a command line after:MASK must be named, the other outputs may be left out.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Example.&lt;/b&gt; qgis_process run pantau:minemonitoring -- AFTER=june.tif BEFORE=may_mines.tif PERMITS=iup.gpkg ZONES=kecamatan.gpkg after:MASK=june_mines.tif alerts:ALERTS=alerts.gpkg alerts:REPORT=alerts.html areas:XLSX=mines.xlsx&lt;/p&gt;&lt;p&gt;&lt;b&gt;Source.&lt;/b&gt; That of the three algorithms: see their help.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Menemukan tambang pada dua tanggal, menyatakan mana yang baru dan mana di antaranya yang terletak di luar izin usaha pertambangan (IUP), dan mengukur luas tambang tanggal akhir di setiap kecamatan. Ditujukan bagi petugas yang memantau tempat yang sama dari bulan ke bulan.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Cara.&lt;/b&gt; &apos;Temukan tambang&apos; pada kedua tanggal, &apos;Susun peringkat bukaan tambang baru untuk inspeksi&apos;, dan &apos;Buat tabel luas&apos; dari mask kelas tanggal akhir. Pada kali berikutnya, berikan sebagai citra tanggal awal mask kelas yang disimpan rangkaian ini pada proses terakhir: mask kelas yang dibuat &apos;Temukan tambang&apos; dengan model yang sama dipakai apa adanya sehingga hanya citra baru yang diolah; beri mask kelas yang baru nama lain. Awan dalam citra sebaiknya ditandai sebagai tanpa data (&apos;Siapkan citra satelit&apos;), karena model dapat menganggapnya tambang. Model bawaan dilatih di Brasil dan belum pernah melihat tambang di Indonesia: periksa peringatan dan luas di atas citra sebelum ditandatangani.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Pilihan.&lt;/b&gt; Citra tanggal akhir: Sentinel-2 dengan kanal bernama, atau sesuai keperluan model Anda. Izin dan field namanya, kecamatan (poligon apa pun; field WADMKK, WADMKC, WADMKD, dan field lain yang lazim dikenali), dan area kajian boleh dikosongkan. Luas minimum peringatan: dalam hektare. Model: berkas ONNX Anda sendiri untuk kedua tanggal; kosong: model tambang bawaan. Kecamatan hanya membatasi tabel luas: semua angka lainnya berlaku untuk seluruh citra, atau untuk area kajian. Berikan kabupaten sebagai area kajian jika keduanya harus mencakup wilayah yang sama.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Keluaran.&lt;/b&gt; after:MASK, tambang tanggal akhir (0, 1; 255 tanpa data), untuk disimpan bagi proses berikutnya; after:POLYGONS, hal yang sama sebagai poligon; alerts:ALERTS, lokasi yang perlu diperiksa menurut peringkat, dengan luas dalam hektare dan izin; alerts:REPORT, halaman bagi petugas inspeksi; areas:AREAS, areas:XLSX, dan areas:REPORT, luas per kecamatan dalam hektare. Angka: alerts:NEW_HA (bukaan baru, ha), alerts:NEW_OUTSIDE_HA (bagiannya di luar izin, kosong jika izin tidak diberikan), alerts:COUNT (jumlah lokasi). Pada baris perintah, after:MASK harus disebutkan; keluaran lainnya boleh tidak disebutkan.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Contoh.&lt;/b&gt; qgis_process run pantau:minemonitoring -- AFTER=june.tif BEFORE=may_mines.tif PERMITS=iup.gpkg ZONES=kecamatan.gpkg after:MASK=june_mines.tif alerts:ALERTS=alerts.gpkg alerts:REPORT=alerts.html areas:XLSX=mines.xlsx&lt;/p&gt;&lt;p&gt;&lt;b&gt;Sumber.&lt;/b&gt; Sumber ketiga algoritme itu: lihat bantuannya masing-masing.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;Finds the pieces of a class map that lie in one, and measures them: is there enough land together? A salt centre, for one, needs 200 ha of salt ponds in one piece.&lt;/p&gt;&lt;p&gt;&lt;b&gt;How.&lt;/b&gt; Pixels of one class that touch each other are one patch: by their edges, or, as is usual, also by their corners. Each patch becomes one polygon along the pixels&apos; edges (with several parts, where these meet only in corners).&lt;/p&gt;&lt;p&gt;&lt;b&gt;Choices.&lt;/b&gt; Classes: codes or names from the legend, with commas between them, a name that holds a comma in double quotes; empty: all but no data, and but code 0 where the legend calls it background. Patches below the minimum area are left out, and told in hectares. The area of interest cuts patches at its border, by pixel centres.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Outputs.&lt;/b&gt; Polygons, the largest first: patch (number, row by row from the top), rank (1 is the largest), class, class_name, area_ha (hectares on the ellipsoid, the sum of the pixels). Numbers: LARGEST_HA, LARGEST_CLASS (its code), also where it is below the minimum; COUNT, TOTAL_HA; SMALL and SMALL_HA, the patches left out. LARGEST_NAME is the class of the largest in words.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Example.&lt;/b&gt; qgis_process run pantau:classpatches -- INPUT=landcover.tif CLASSES=&apos;salt pond&apos; MIN_AREA_HA=200 OUTPUT=salt_centres.gpkg&lt;/p&gt;&lt;p&gt;&lt;b&gt;Source.&lt;/b&gt; Connected components by runs: Rosenfeld and Pfaltz 1966. Areas: Snyder 1987.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Menemukan hamparan, yaitu lahan satu kelas yang bersambung dalam peta kelas, dan mengukur luasnya: cukupkah lahan dalam satu hamparan? Sentra garam, misalnya, memerlukan 200 ha tambak garam dalam satu hamparan.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Cara.&lt;/b&gt; Piksel sekelas yang saling bersentuhan membentuk satu hamparan: melalui tepinya saja, atau, seperti biasanya, juga melalui sudutnya. Setiap hamparan menjadi satu poligon mengikuti tepi piksel (terdiri atas beberapa bagian jika bagian-bagiannya hanya bertemu di sudut).&lt;/p&gt;&lt;p&gt;&lt;b&gt;Pilihan.&lt;/b&gt; Kelas: kode atau nama dari legenda, dipisahkan koma, nama yang memuat koma diapit tanda kutip ganda; kosong: semua selain tanpa data, dan selain kode 0 jika legenda menyebutnya latar belakang. Hamparan di bawah luas minimum tidak disertakan, dan luasnya disebutkan. Area kajian memotong hamparan pada batasnya, menurut pusat piksel.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Keluaran.&lt;/b&gt; Poligon, mulai dari yang terluas: patch (nomor hamparan, baris demi baris dari atas), rank (peringkat, 1 yang terluas), class, class_name, area_ha (hektare pada elipsoid, jumlah luas pikselnya). Angka: LARGEST_HA, LARGEST_CLASS (kodenya), juga jika luasnya di bawah minimum; COUNT, TOTAL_HA; SMALL dan SMALL_HA, jumlah dan luas hamparan yang tidak disertakan. LARGEST_NAME adalah nama kelas hamparan terluas.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Contoh.&lt;/b&gt; qgis_process run pantau:classpatches -- INPUT=landcover.tif CLASSES=&apos;salt pond&apos; MIN_AREA_HA=200 OUTPUT=salt_centres.gpkg&lt;/p&gt;&lt;p&gt;&lt;b&gt;Sumber.&lt;/b&gt; Komponen terhubung menurut deret piksel (run): Rosenfeld dan Pfaltz 1966. Luas: Snyder 1987.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;Learns classes of land cover from points or polygons that you have drawn on an image. For officers who map land cover: &apos;Classify&apos; then maps any image with the same bands.&lt;/p&gt;&lt;p&gt;&lt;b&gt;How.&lt;/b&gt; Choose the image, the samples and their class field: whole numbers from 0 are the codes of the map, text is numbered from 1. Names and colours come from fields, else from the categories of the layer&apos;s style, else from a text field that has one for each class, and stay with the model. A sample is a pixel whose centre lies in a polygon, or that holds a point; each counts once, and not where classes overlap or a band has no data. Draw several polygons a class: all pixels of a feature, or of one value of the group field, are held out together in the cross-validation, as neighbours look alike.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Choices.&lt;/b&gt; Preset custom: the choices below. earth_engine: as smileRandomForest of Google Earth Engine, with half the samples a tree, each once, the root of the number of bands at each split and leaves of one sample; trees, folds and seed remain yours. Bands a split: empty for the root of their number, rounded down. Share and replacement: how each tree draws its samples. Balance gives all classes the same weight in each tree. Folds: no more than the groups of the class that has most.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Outputs.&lt;/b&gt; Model: an ONNX file with bands, classes, colours and figures inside. Importance: a table of the bands, with impurity (sums to 1) and permutation (loss of accuracy when the band is shuffled in held-out samples, 0 to 1). Report: samples, error matrices, importance, spectral curves and Jeffries-Matusita separability. CV_ACCURACY and OOB_ACCURACY: 0 to 1, empty where they cannot be known; other numbers are counts of samples, features and pixels.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Example.&lt;/b&gt; qgis_process run pantau:trainforest -- INPUT=scene.tif SAMPLES=training.gpkg CLASS_FIELD=class MODEL=forest.onnx REPORT=forest.html&lt;/p&gt;&lt;p&gt;&lt;b&gt;Source.&lt;/b&gt; Random forest, importance: Breiman 2001, as in scikit-learn. Separability: Richards and Jia 2006.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Mempelajari kelas tutupan lahan dari titik atau poligon yang digambar di atas citra. Ditujukan bagi petugas yang memetakan tutupan lahan: selanjutnya &apos;Klasifikasikan tutupan lahan&apos; memetakan citra apa pun yang kanalnya sama.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Cara.&lt;/b&gt; Pilih citra, sampel, dan field kelasnya: bilangan bulat mulai dari 0 menjadi kode pada peta, teks diberi nomor mulai dari 1. Nama dan warna diambil dari field, jika tidak dari kategori pada gaya layer, jika tidak dari field teks yang memuat satu nama atau warna untuk setiap kelas, dan tersimpan dalam model. Sampel adalah piksel yang pusatnya berada di dalam poligon, atau yang memuat titik; masing-masing dihitung satu kali, dan tidak dihitung jika kelas bertumpang tindih atau suatu kanal tanpa data. Gambar beberapa poligon untuk setiap kelas: semua piksel dari satu fitur, atau dari satu nilai field kelompok, disisihkan bersama-sama dalam validasi silang, karena tempat yang berdekatan tampak mirip.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Pilihan.&lt;/b&gt; Preset custom: pengaturan di bawah ini. earth_engine: seperti smileRandomForest pada Google Earth Engine, dengan setengah dari sampel untuk setiap pohon, masing-masing satu kali, akar dari jumlah kanal pada setiap percabangan, dan daun satu sampel; jumlah pohon, lipatan, dan benih acak (seed) tetap dapat diatur. Kanal per percabangan: kosong untuk akar dari jumlah kanal, dibulatkan ke bawah. Bagian sampel dan pengembalian: cara setiap pohon mengambil sampelnya. Penyamaan bobot memberi semua kelas bobot yang sama pada setiap pohon. Jumlah lipatan: tidak lebih dari jumlah kelompok pada kelas yang kelompoknya paling banyak.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Keluaran.&lt;/b&gt; Model: berkas ONNX yang memuat kanal, kelas, warna, dan angka-angkanya. Tingkat kepentingan: tabel kanal, dengan impurity (impuritas, berjumlah 1) dan permutation (penurunan akurasi jika nilai kanal diacak pada sampel yang disisihkan, 0 sampai 1). Laporan: sampel, matriks galat, tingkat kepentingan, kurva spektral, dan keterpisahan Jeffries-Matusita. CV_ACCURACY dan OOB_ACCURACY: 0 sampai 1, kosong jika tidak dapat diketahui; angka lainnya adalah jumlah sampel, fitur, dan piksel.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Contoh.&lt;/b&gt; qgis_process run pantau:trainforest -- INPUT=scene.tif SAMPLES=training.gpkg CLASS_FIELD=class MODEL=forest.onnx REPORT=forest.html&lt;/p&gt;&lt;p&gt;&lt;b&gt;Sumber.&lt;/b&gt; Random forest, tingkat kepentingan: Breiman 2001, seperti dalam scikit-learn. Keterpisahan: Richards dan Jia 2006.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;Makes a land cover map: each pixel gets the class for which most trees of a random forest vote. For officers who have trained a model with &apos;Train a random forest&apos;; a Pantau segmentation network (.onnx) works too.&lt;/p&gt;&lt;p&gt;&lt;b&gt;How.&lt;/b&gt; Choose the raster and the model and press Run. Bands are matched by name, then by what they see (common name or wavelength), by position only where there are no names. Values must have the units of the training; a scale and offset that the raster declares are taken into account. With the package numba it is several times faster; the result is the same without.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Outputs.&lt;/b&gt; Land cover: one code a class, with names and colours; no data is 0, or another free code where a class has 0. Confidence: the share of the votes that the class has won. Probabilities: the shares of all classes, one band each. Both from 0 to 1, stored as 0 to 200, nodata 255. Hectares of each class are in the log, and in CLASS_HA as JSON by code. ENGINE: numba or onnxruntime. A network gives no confidence.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Example.&lt;/b&gt; qgis_process run pantau:classify -- INPUT=scene.tif MODEL=forest.onnx OUTPUT=landcover.tif CONFIDENCE=confidence.tif&lt;/p&gt;&lt;p&gt;&lt;b&gt;Source.&lt;/b&gt; Random forest: Breiman 2001. Areas: Snyder 1987.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Membuat peta tutupan lahan: setiap piksel mendapat kelas yang dipilih oleh suara terbanyak pohon dalam random forest. Ditujukan bagi petugas yang sudah melatih model dengan &apos;Latih random forest&apos;; jaringan segmentasi Pantau (.onnx) juga dapat digunakan.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Cara.&lt;/b&gt; Pilih raster dan model, lalu tekan Jalankan. Kanal dicocokkan menurut nama, kemudian menurut yang direkamnya (nama umum atau panjang gelombang), dan menurut urutan hanya jika tidak ada nama. Satuan nilainya harus sama dengan satuan pada pelatihan; skala dan offset yang dinyatakan raster diperhitungkan. Dengan paket numba prosesnya beberapa kali lebih cepat; hasilnya sama tanpa paket itu.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Keluaran.&lt;/b&gt; Tutupan lahan: satu kode untuk setiap kelas, dengan nama dan warna; tanpa data adalah 0, atau kode lain yang bebas jika suatu kelas berkode 0. Keyakinan: bagian suara yang diperoleh kelas terpilih. Probabilitas: bagian suara semua kelas, satu kanal untuk setiap kelas. Keduanya dari 0 sampai 1, disimpan sebagai 0 sampai 200, tanpa data 255. Luas setiap kelas dalam hektare terdapat dalam log, dan dalam CLASS_HA sebagai JSON menurut kode. ENGINE: numba atau onnxruntime. Jaringan segmentasi tidak memberikan keyakinan.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Contoh.&lt;/b&gt; qgis_process run pantau:classify -- INPUT=scene.tif MODEL=forest.onnx OUTPUT=landcover.tif CONFIDENCE=confidence.tif&lt;/p&gt;&lt;p&gt;&lt;b&gt;Sumber.&lt;/b&gt; Random forest: Breiman 2001. Luas: Snyder 1987.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;Makes an invented kabupaten, with all the images and layers that Pantau&apos;s algorithms ask for. For officers who want to try a tool before they trust it with their own data, and for tutorials: everything in it is known.&lt;/p&gt;&lt;p&gt;&lt;b&gt;How.&lt;/b&gt; Choose a new or empty folder and press Run. Sizes: small (512 x 512 pixels of 10 m, a second or two, 20 MB), medium (2048, about 15 seconds, 320 MB), large (8192, some minutes, 5 GB). The same seed gives the same district; another seed, another one.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Outputs.&lt;/b&gt; sentinel2_before.tif and sentinel2_after.tif (10 bands, reflectance x 10 000, with haze and clouds; scl_... says where), landcover_... as raster and polygons, classified_after.tif (a map with known mistakes), dem.tif; radar/: Sentinel-1-like VH and VV in power, 20 m, ten dates before and ten after the fires; kecamatan, desa, rtrw (the plan, in the ministry&apos;s fields), permits, mines_..., burn_scars, training_points, training_polygons, validation_points, hotspots, fire_points; plan_rules.csv. Coordinates: WGS 84 / UTM 50 S.&lt;/p&gt;&lt;p&gt;&lt;b&gt;truth.json&lt;/b&gt; says what is true: hectares on the ellipsoid, from the polygons and not from pixels, of every class, change, mine, permit, burn scar, zone, kecamatan and desa, and the accuracies of the classified map.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Example.&lt;/b&gt; qgis_process run pantau:sampledistrict -- SIZE=small SEED=0 FOLDER=sample&lt;/p&gt;&lt;p&gt;&lt;b&gt;Source.&lt;/b&gt; Spectra: PROSAIL (Jacquemoud et al. 2009, Feret et al. 2017), RStoolbox, spyndex; backscatter: usual values. Nothing here shows a real place, and the plan&apos;s rules are an example.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Membuat kabupaten rekaan, lengkap dengan semua citra dan layer yang diminta algoritme Pantau. Ditujukan bagi petugas yang ingin mencoba suatu alat sebelum memercayakan datanya sendiri, dan untuk tutorial: semua isinya diketahui.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Cara.&lt;/b&gt; Pilih folder baru atau folder kosong, lalu tekan Jalankan. Ukuran: small (kecil: 512 x 512 piksel 10 m, satu atau dua detik, 20 MB), medium (sedang: 2048, sekitar 15 detik, 320 MB), large (besar: 8192, beberapa menit, 5 GB). Benih acak (seed) yang sama menghasilkan kabupaten yang sama; benih lain, kabupaten lain.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Keluaran.&lt;/b&gt; sentinel2_before.tif dan sentinel2_after.tif (10 kanal, reflektansi x 10.000, dengan kabut tipis dan awan; scl_... menunjukkan letaknya), landcover_... (tutupan lahan) sebagai raster dan poligon, classified_after.tif (peta dengan kesalahan yang diketahui), dem.tif; radar/: VH dan VV serupa Sentinel-1 dalam satuan daya (power), 20 m, sepuluh tanggal sebelum dan sepuluh tanggal sesudah kebakaran; kecamatan, desa, rtrw (rencana tata ruang, dengan field menurut format kementerian), permits (izin), mines_... (tambang), burn_scars (bekas terbakar), training_points, training_polygons, validation_points, hotspots, fire_points; plan_rules.csv. Koordinat: WGS 84 / UTM 50 S.&lt;/p&gt;&lt;p&gt;&lt;b&gt;truth.json&lt;/b&gt; menyatakan yang sebenarnya: luas dalam hektare pada elipsoid, dari poligon dan bukan dari piksel, untuk setiap kelas, perubahan, tambang, izin, bekas terbakar, zona, kecamatan, dan desa, serta akurasi peta hasil klasifikasi.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Contoh.&lt;/b&gt; qgis_process run pantau:sampledistrict -- SIZE=small SEED=0 FOLDER=sample&lt;/p&gt;&lt;p&gt;&lt;b&gt;Sumber.&lt;/b&gt; Spektrum: PROSAIL (Jacquemoud dkk. 2009, Feret dkk. 2017), RStoolbox, spyndex; hamburan balik: nilai yang lazim. Tidak ada bagian data ini yang menggambarkan tempat nyata, dan aturan rencana tata ruangnya hanya contoh.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;Makes of a downloaded satellite product one raster to classify or to look at: the bands on one grid, as reflectance, clouds and shadows taken out. The first step for whoever starts from a Sentinel-2 or Landsat download.&lt;/p&gt;&lt;p&gt;&lt;b&gt;How.&lt;/b&gt; Give one of three. Product file: the .zip of a Sentinel-2 SAFE, the .tar of a Landsat Collection 2 level 2 product, MTD_MSIL2A.xml or *_MTL.txt; archives are read as they are. Folder: a SAFE, a folder with one, a Landsat folder, or one of band files. Rasters: an image with several bands, or band files. A Sentinel-2 L1C product works too, as reflectance at the top of the atmosphere.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Choices.&lt;/b&gt; Bands: names (B04, SR_B4, red) or numbers, with commas; empty: B02 to B08, B8A, B11, B12 of Sentinel-2, SR_B2 to SR_B7 of Landsat 8 and 9, SR_B1 to SR_B5 and SR_B7 of earlier ones, all of other rasters. Resolution in metres; empty: 10 for Sentinel-2, 30 for Landsat, that of the finest band else. Coarser pixels are means, finer ones are interpolated. Buffer: pixels around clouds and shadows that are taken out too.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Values.&lt;/b&gt; Scale and offset come from the product&apos;s metadata and are applied once. Rasters without metadata: whole numbers are taken as reflectance x 10 000 (of bands called SR_B... as those of Landsat Collection 2); bytes and decimals stay as they are.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Masks.&lt;/b&gt; Sentinel-2: SCL 8, 9, 10 are clouds, 3 is shadow; with them MSK_CLASSI or MSK_CLOUDS of the product. Landsat: QA_PIXEL, bits 1 to 3 clouds, 4 shadow. Rasters: a band or a file called SCL, QA_PIXEL, MSK_CLASSI or QA60 (bits 10 and 11). QA60 marks no shadows, and is empty in products of 2022-01-25 to 2024-02-28: then nothing is known about clouds.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Outputs.&lt;/b&gt; Scene: 16-bit numbers with scale 0.0001 (1500 is a reflectance of 0.15), no data -32768, cut off at 3.2767; band names and wavelengths inside. A pixel without data in one band has none in all. CLOUD_PERCENT and SHADOW_PERCENT: of the pixels that hold data in the area, what the masks mark, also where it is not taken out; empty where nothing marks them. MASKED_PERCENT: what was taken out, with the buffer. NODATA_PERCENT: the part of the area where the product holds no data. BANDS_USED, MPX_PER_S (megapixels a second).&lt;/p&gt;&lt;p&gt;&lt;b&gt;Example.&lt;/b&gt; qgis_process run pantau:preparescene -- INPUT=S2A_MSIL2A_20230801.zip BUFFER=5 OUTPUT=scene.tif&lt;/p&gt;&lt;p&gt;&lt;b&gt;Source.&lt;/b&gt; Sentinel-2 Products Specification Document (ESA), offsets since processing baseline 04.00; Landsat 8-9 Collection 2 Level 2 Science Product Guide (USGS).&lt;/p&gt;</source>
        <translation>&lt;p&gt;Membuat satu raster dari produk satelit yang diunduh, untuk diklasifikasikan atau diamati: semua kanal pada satu grid, sebagai reflektansi, tanpa awan dan bayangan. Langkah pertama bagi siapa pun yang memulai dari unduhan Sentinel-2 atau Landsat.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Cara.&lt;/b&gt; Berikan salah satu dari tiga. Berkas produk: .zip dari SAFE Sentinel-2, .tar dari produk Landsat Collection 2 level 2, MTD_MSIL2A.xml, atau *_MTL.txt; arsip dibaca tanpa perlu diekstrak. Folder: SAFE, folder yang memuat satu SAFE, folder Landsat, atau folder berkas kanal. Raster: citra dengan beberapa kanal, atau berkas kanal. Produk Sentinel-2 L1C juga dapat digunakan, sebagai reflektansi di puncak atmosfer (TOA).&lt;/p&gt;&lt;p&gt;&lt;b&gt;Pilihan.&lt;/b&gt; Kanal: nama (B04, SR_B4, red) atau nomor, dipisahkan koma; kosong: B02 sampai B08, B8A, B11, B12 untuk Sentinel-2, SR_B2 sampai SR_B7 untuk Landsat 8 dan 9, SR_B1 sampai SR_B5 dan SR_B7 untuk Landsat sebelumnya, semua untuk raster lain. Resolusi dalam meter; kosong: 10 untuk Sentinel-2, 30 untuk Landsat, selain itu resolusi kanal yang paling halus. Piksel yang lebih kasar adalah rata-rata, yang lebih halus diinterpolasi. Penyangga: piksel di sekeliling awan dan bayangan yang ikut dihapus.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Nilai.&lt;/b&gt; Skala dan offset diambil dari metadata produk dan diterapkan satu kali. Raster tanpa metadata: bilangan bulat dianggap reflektansi x 10.000 (untuk kanal bernama SR_B... dianggap seperti Landsat Collection 2); byte dan bilangan desimal tetap apa adanya.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Mask.&lt;/b&gt; Sentinel-2: SCL 8, 9, 10 adalah awan, 3 bayangan; ditambah MSK_CLASSI atau MSK_CLOUDS dari produk. Landsat: QA_PIXEL, bit 1 sampai 3 awan, 4 bayangan. Raster: kanal atau berkas bernama SCL, QA_PIXEL, MSK_CLASSI, atau QA60 (bit 10 dan 11). QA60 tidak menandai bayangan, dan kosong dalam produk 2022-01-25 sampai 2024-02-28: dalam hal itu tidak ada yang diketahui tentang awan.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Keluaran.&lt;/b&gt; Citra siap pakai: bilangan 16-bit dengan skala 0,0001 (1500 adalah reflektansi 0,15), tanpa data -32768, dipotong pada 3,2767; nama kanal dan panjang gelombang tersimpan di dalamnya. Piksel yang tanpa data pada satu kanal menjadi tanpa data pada semua kanal. CLOUD_PERCENT dan SHADOW_PERCENT: bagian yang ditandai mask dari piksel yang memuat data di dalam area, juga jika tidak dihapus; kosong jika tidak ada yang menandainya. MASKED_PERCENT: yang dihapus, termasuk penyangga. NODATA_PERCENT: bagian area yang tanpa data dalam produk. BANDS_USED (kanal yang dipakai), MPX_PER_S (megapiksel per detik).&lt;/p&gt;&lt;p&gt;&lt;b&gt;Contoh.&lt;/b&gt; qgis_process run pantau:preparescene -- INPUT=S2A_MSIL2A_20230801.zip BUFFER=5 OUTPUT=scene.tif&lt;/p&gt;&lt;p&gt;&lt;b&gt;Sumber.&lt;/b&gt; Sentinel-2 Products Specification Document (ESA), offset sejak baseline pemrosesan 04.00; Landsat 8-9 Collection 2 Level 2 Science Product Guide (USGS).&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;Makes one raster of many: a cloud-free image of a season from scenes whose clouds are masked, or a mosaic of scenes that lie side by side. For whoever needs one image to classify or to look at.&lt;/p&gt;&lt;p&gt;&lt;b&gt;How.&lt;/b&gt; Choose the rasters. Each pixel of each band becomes the median of what the rasters hold there; no data, masks and NaN do not count. Bands are matched by name where all rasters name theirs, else by position. The result covers all rasters, in the coordinate system and with the pixels of the first; or it has the grid of the reference raster. Rasters whose pixels coincide with those of the result are not resampled.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Choices.&lt;/b&gt; Method: median, mean, min (minimum), max (maximum), count (how many values there are), first (the first that is valid, in the order of the list). Resampling: nearest, bilinear, cubic; classes always take nearest, and have no median or mean.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Outputs.&lt;/b&gt; Composite: the values as they are stored, with the type, the scale and the no-data value of the first raster; medians and means of whole numbers are rounded. Where the rasters declare different scales or offsets it holds physical values, in decimals. Without a no-data value of the first it is NaN for decimals, the highest value for positive whole numbers and the lowest for others; a result that equals it by chance moves by one step. Class maps keep every code: their no-data value is then another. Count: how many values each pixel rests on, in the band with the fewest; 65535 outside the area of interest. Numbers: RASTERS (used), RESAMPLED, MPX_PER_S (megapixels a second).&lt;/p&gt;&lt;p&gt;&lt;b&gt;Example.&lt;/b&gt; qgis_process run pantau:composite -- INPUTS=june.tif INPUTS=july.tif INPUTS=august.tif METHOD=median OUTPUT=season.tif COUNT=observations.tif&lt;/p&gt;&lt;p&gt;&lt;b&gt;Source.&lt;/b&gt; The figures are those of every pixel and band for itself. Sorting: Batcher 1968 (Knuth 5.2.2, algorithm M).&lt;/p&gt;</source>
        <translation>&lt;p&gt;Membuat satu raster dari banyak raster: citra bebas awan untuk satu musim dari citra yang awannya sudah dihapus, atau mosaik dari citra yang bersebelahan. Ditujukan bagi siapa pun yang memerlukan satu citra untuk diklasifikasikan atau diamati.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Cara.&lt;/b&gt; Pilih raster-rasternya. Setiap piksel pada setiap kanal menjadi median dari nilai semua raster di tempat itu; tanpa data, mask, dan NaN tidak dihitung. Kanal dicocokkan menurut nama jika semua raster menamai kanalnya, jika tidak menurut urutan. Hasilnya mencakup semua raster, dalam sistem koordinat dan dengan piksel raster pertama; atau mengikuti grid raster acuan. Raster yang pikselnya berimpit dengan piksel hasil tidak di-resampling.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Pilihan.&lt;/b&gt; Metode: median, mean (rata-rata), min (minimum), max (maksimum), count (banyaknya nilai), first (nilai sahih pertama, menurut urutan daftar). Resampling: nearest (tetangga terdekat), bilinear, cubic; kelas selalu memakai nearest, dan tidak memiliki median atau rata-rata.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Keluaran.&lt;/b&gt; Komposit: nilai sebagaimana tersimpan, dengan tipe data, skala, dan nilai tanpa data raster pertama; median dan rata-rata bilangan bulat dibulatkan. Jika skala atau offset yang dinyatakan raster berbeda-beda, komposit memuat nilai fisik berupa bilangan desimal. Jika raster pertama tidak memiliki nilai tanpa data, dipakai NaN untuk bilangan desimal, nilai tertinggi untuk bilangan bulat positif, dan nilai terendah untuk lainnya; hasil yang kebetulan sama dengan nilai itu digeser satu langkah. Peta kelas mempertahankan semua kodenya: nilai tanpa datanya kemudian adalah nilai lain. Jumlah nilai: berapa nilai yang mendasari setiap piksel, pada kanal yang paling sedikit nilainya; 65535 di luar area kajian. Angka: RASTERS (yang dipakai), RESAMPLED, MPX_PER_S (megapiksel per detik).&lt;/p&gt;&lt;p&gt;&lt;b&gt;Contoh.&lt;/b&gt; qgis_process run pantau:composite -- INPUTS=june.tif INPUTS=july.tif INPUTS=august.tif METHOD=median OUTPUT=season.tif COUNT=observations.tif&lt;/p&gt;&lt;p&gt;&lt;b&gt;Sumber.&lt;/b&gt; Angkanya dihitung untuk setiap piksel dan kanal secara terpisah. Pengurutan: Batcher 1968 (Knuth 5.2.2, algoritme M).&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;Maps land cover from training samples, says how far the map can be trusted, measures it in each desa, and finds the contiguous pieces of one class, such as ponds, that are large enough: a salt centre needs 200 ha in one piece. For planners of salt land, or of any other use that needs land together.&lt;/p&gt;&lt;p&gt;&lt;b&gt;How.&lt;/b&gt; &apos;Train a random forest&apos;, &apos;Classify land cover&apos;, &apos;Clean a class map&apos; (sieve), then &apos;Make an area table&apos;, &apos;Measure contiguous land of a class&apos;, and, where you give validation points, &apos;Assess the accuracy of a map&apos;, and, where you give a plan, &apos;Check land cover against the spatial plan&apos;.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Choices.&lt;/b&gt; Class field: the codes or names of the samples. Classes to look for: codes or names with commas between them, such as salt pond. Validation points must be others than the samples; without them no accuracy is told. Desa: any polygons; the fields WADMKK, WADMKC, WADMKD and the usual others are recognised. Smallest patch of the map: smaller ones go to their neighbours. Smallest piece to keep: 0 keeps all. Rules: which class conforms in which zone (CSV); empty: an example that is not official. Other choices are those of the algorithms. Desa bound only the area table: all other figures of the map are of the whole scene, or of the area of interest. Give the kabupaten as area of interest if both shall cover the same ground.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Outputs.&lt;/b&gt; train:MODEL, the forest, to be used again; clean:LANDCOVER, the land cover map; train:REPORT; check:METRICS and check:REPORT, accuracy with confidence intervals; areas:AREAS, areas:XLSX, areas:REPORT, hectares by desa; patches:PATCHES, the contiguous pieces with hectares, the largest first; plan:CONFORMITY, plan:TABLE, plan:REPORT, agreement with the plan. Numbers: patches:LARGEST_HA, patches:TOTAL_HA (ha), train:CV_ACCURACY, check:OVERALL, check:KAPPA (up to 1), plan:CONFORM_PERCENT (%). On a command line train:MODEL, clean:LANDCOVER and patches:PATCHES must be named, the other outputs may be left out.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Example.&lt;/b&gt; qgis_process run pantau:saltland -- SCENE=scene.tif SAMPLES=training.gpkg CLASS_FIELD=class CLASSES=&apos;salt pond&apos; POINTS=points.gpkg REFERENCE_FIELD=reference ZONES=desa.gpkg train:MODEL=forest.onnx clean:LANDCOVER=landcover.tif patches:PATCHES=ponds.gpkg areas:XLSX=ponds.xlsx check:REPORT=accuracy.html&lt;/p&gt;&lt;p&gt;&lt;b&gt;Source.&lt;/b&gt; That of the seven algorithms: see their help.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Memetakan tutupan lahan dari sampel latih, menyatakan sejauh mana peta dapat dipercaya, mengukur luasnya di setiap desa, dan menemukan hamparan satu kelas, misalnya tambak, yang cukup luas: sentra garam memerlukan 200 ha dalam satu hamparan. Ditujukan bagi perencana lahan garam, atau penggunaan lain yang memerlukan lahan dalam satu hamparan.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Cara.&lt;/b&gt; &apos;Latih random forest&apos;, &apos;Klasifikasikan tutupan lahan&apos;, &apos;Bersihkan peta kelas&apos; (sieve), kemudian &apos;Buat tabel luas&apos;, &apos;Ukur hamparan suatu kelas&apos;, dan, jika titik validasi diberikan, &apos;Uji akurasi peta&apos;, serta, jika rencana tata ruang diberikan, &apos;Periksa tutupan lahan terhadap RTRW&apos;.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Pilihan.&lt;/b&gt; Field kelas: kode atau nama sampel. Kelas yang dicari: kode atau nama dipisahkan koma, misalnya salt pond. Titik validasi harus berbeda dari sampel; tanpa titik itu akurasi tidak disebutkan. Desa: poligon apa pun; field WADMKK, WADMKC, WADMKD, dan field lain yang lazim dikenali. Luas minimum kelompok piksel peta: yang lebih kecil digabungkan ke tetangganya. Luas hamparan minimum: 0 mempertahankan semuanya. Aturan: kelas mana yang sesuai di zona mana (CSV); kosong: contoh yang tidak resmi. Pilihan lainnya sama dengan pilihan algoritmanya. Desa hanya membatasi tabel luas: semua angka lain dari peta berlaku untuk seluruh citra, atau untuk area kajian. Berikan kabupaten sebagai area kajian jika keduanya harus mencakup wilayah yang sama.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Keluaran.&lt;/b&gt; train:MODEL, random forest untuk dipakai lagi; clean:LANDCOVER, peta tutupan lahan; train:REPORT; check:METRICS dan check:REPORT, akurasi dengan selang kepercayaan; areas:AREAS, areas:XLSX, areas:REPORT, luas per desa dalam hektare; patches:PATCHES, hamparan dengan luasnya dalam hektare, mulai dari yang terluas; plan:CONFORMITY, plan:TABLE, plan:REPORT, kesesuaian dengan rencana tata ruang. Angka: patches:LARGEST_HA, patches:TOTAL_HA (ha), train:CV_ACCURACY, check:OVERALL, check:KAPPA (paling besar 1), plan:CONFORM_PERCENT (%). Pada baris perintah, train:MODEL, clean:LANDCOVER, dan patches:PATCHES harus disebutkan; keluaran lainnya boleh tidak disebutkan.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Contoh.&lt;/b&gt; qgis_process run pantau:saltland -- SCENE=scene.tif SAMPLES=training.gpkg CLASS_FIELD=class CLASSES=&apos;salt pond&apos; POINTS=points.gpkg REFERENCE_FIELD=reference ZONES=desa.gpkg train:MODEL=forest.onnx clean:LANDCOVER=landcover.tif patches:PATCHES=ponds.gpkg areas:XLSX=ponds.xlsx check:REPORT=accuracy.html&lt;/p&gt;&lt;p&gt;&lt;b&gt;Sumber.&lt;/b&gt; Sumber ketujuh algoritme itu: lihat bantuannya masing-masing.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;Maps the land cover of a scene with a model that is trained already, says how far the map can be trusted, and says in hectares whether the land agrees with the spatial plan, and where it does not. For planners who do this every year.&lt;/p&gt;&lt;p&gt;&lt;b&gt;How.&lt;/b&gt; &apos;Classify land cover&apos;, &apos;Clean a class map&apos; (sieve), &apos;Check land cover against the spatial plan&apos;, and, where you give validation points, &apos;Assess the accuracy of a map&apos;.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Choices.&lt;/b&gt; Model: the .onnx file of &apos;Train a random forest&apos;, for a scene with the same bands and units. Smallest patch of the map: smaller ones go to their neighbours. Zone field and name field: empty, they are recognised. Rules: which class conforms in which zone (CSV); empty: an example that is not official. Without validation points no accuracy is told. Administrative units only divide the table: all figures are of the whole scene, or of the area of interest. Give the kabupaten as area of interest if they shall be of it alone.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Outputs.&lt;/b&gt; clean:LANDCOVER, the land cover map; classify:CONFIDENCE, how sure the model is; check:METRICS and check:REPORT, accuracy with confidence intervals; plan:CONFORMITY, conformity as a raster; plan:NONCONFORMITY, what does not conform, ranked; plan:TABLE, plan:AVAILABILITY, plan:XLSX and plan:REPORT, hectares by unit, zone and class, and land available for building. Numbers: check:OVERALL, check:KAPPA (up to 1), plan:CONFORM_PERCENT (%), plan:NONCONFORM_HA (ha). On a command line clean:LANDCOVER must be named, the other outputs may be left out.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Example.&lt;/b&gt; qgis_process run pantau:landcoverplan -- SCENE=scene.tif MODEL=forest.onnx PLAN=rtrw.gpkg ADMIN=kecamatan.gpkg RULES=rules.csv POINTS=points.gpkg REFERENCE_FIELD=reference clean:LANDCOVER=landcover.tif check:REPORT=accuracy.html plan:XLSX=conformity.xlsx plan:REPORT=conformity.html&lt;/p&gt;&lt;p&gt;&lt;b&gt;Source.&lt;/b&gt; That of the four algorithms: see their help.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Memetakan tutupan lahan suatu citra dengan model yang sudah dilatih, menyatakan sejauh mana peta dapat dipercaya, dan menyatakan dalam hektare apakah lahan sesuai dengan rencana tata ruang, serta di mana tidak sesuai. Ditujukan bagi perencana yang melakukannya setiap tahun.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Cara.&lt;/b&gt; &apos;Klasifikasikan tutupan lahan&apos;, &apos;Bersihkan peta kelas&apos; (sieve), &apos;Periksa tutupan lahan terhadap RTRW&apos;, dan, jika titik validasi diberikan, &apos;Uji akurasi peta&apos;.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Pilihan.&lt;/b&gt; Model: berkas .onnx dari &apos;Latih random forest&apos;, untuk citra dengan kanal dan satuan yang sama. Luas minimum kelompok piksel peta: yang lebih kecil digabungkan ke tetangganya. Field zona dan field nama: jika dikosongkan, dikenali otomatis. Aturan: kelas mana yang sesuai di zona mana (CSV); kosong: contoh yang tidak resmi. Tanpa titik validasi akurasi tidak disebutkan. Wilayah administrasi hanya membagi tabel: semua angka berlaku untuk seluruh citra, atau untuk area kajian. Berikan kabupaten sebagai area kajian jika angkanya harus mengenai kabupaten itu saja.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Keluaran.&lt;/b&gt; clean:LANDCOVER, peta tutupan lahan; classify:CONFIDENCE, tingkat keyakinan model; check:METRICS dan check:REPORT, akurasi dengan selang kepercayaan; plan:CONFORMITY, kesesuaian sebagai raster; plan:NONCONFORMITY, yang tidak sesuai, menurut peringkat; plan:TABLE, plan:AVAILABILITY, plan:XLSX, dan plan:REPORT, luas dalam hektare menurut wilayah, zona, dan kelas, serta lahan yang tersedia untuk dibangun. Angka: check:OVERALL, check:KAPPA (paling besar 1), plan:CONFORM_PERCENT (%), plan:NONCONFORM_HA (ha). Pada baris perintah, clean:LANDCOVER harus disebutkan; keluaran lainnya boleh tidak disebutkan.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Contoh.&lt;/b&gt; qgis_process run pantau:landcoverplan -- SCENE=scene.tif MODEL=forest.onnx PLAN=rtrw.gpkg ADMIN=kecamatan.gpkg RULES=rules.csv POINTS=points.gpkg REFERENCE_FIELD=reference clean:LANDCOVER=landcover.tif check:REPORT=accuracy.html plan:XLSX=conformity.xlsx plan:REPORT=conformity.html&lt;/p&gt;&lt;p&gt;&lt;b&gt;Sumber.&lt;/b&gt; Sumber keempat algoritme itu: lihat bantuannya masing-masing.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;Maps what burned between two stacks of radar scenes, judges the map by points on the ground, and measures it in each kecamatan. For officers who report burned land, through clouds and smoke.&lt;/p&gt;&lt;p&gt;&lt;b&gt;How.&lt;/b&gt; &apos;Map burned area from radar scenes&apos;, &apos;Make an area table&apos; of the map of the best model, and, where you give points to check it, &apos;Assess the accuracy of a map&apos;.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Choices.&lt;/b&gt; Scenes: Sentinel-1 VH, ten or more dates before and as many after. Points that choose the model: of burned and of unburned places, with a field of 1 and 0. Points that check the map: other ones, with a field of 1 and 0; points that have chosen the model flatter it. Without either, the threshold mu - sigma of RBR is shown, and no accuracy told. Kecamatan: any polygons; the fields WADMKK, WADMKC, WADMKD and the usual others are recognised. Fuel mask: a class raster; where it is 0 or has no data nothing can burn. Official area: hectares to compare with. Kecamatan bound only the area table: all other figures are of the whole scene, or of the area of interest. Give the kabupaten as area of interest if both shall cover the same ground.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Outputs.&lt;/b&gt; burn:BEST, burned area (1 burned, 0 not, 255 not looked at); burn:MODELS, a row for each model; burn:REPORT; check:METRICS and check:REPORT, accuracy with confidence intervals; areas:AREAS, areas:XLSX and areas:REPORT, hectares by kecamatan. Numbers: burn:AREA_HA (ha), burn:PERCENT (% of what was looked at), check:OVERALL, check:KAPPA (up to 1); burn:BEST_MODEL, such as rbr_mu_minus_sigma. On a command line burn:BEST must be named, the other outputs may be left out.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Example.&lt;/b&gt; qgis_process run pantau:burnedarea -- PRE=vh_2018_10.tif PRE=vh_2018_11.tif POST=vh_2019_10.tif POST=vh_2019_11.tif AOI=district.gpkg POINTS=points.gpkg BURNED_FIELD=burned ZONES=kecamatan.gpkg burn:BEST=burned.tif burn:REPORT=burned.html areas:XLSX=burned.xlsx&lt;/p&gt;&lt;p&gt;&lt;b&gt;Source.&lt;/b&gt; Puspitaningrum and Bioresita 2025, and that of the three algorithms: see their help.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Memetakan area yang terbakar di antara dua rangkaian citra radar, menilai peta itu dengan titik lapangan, dan mengukur luasnya di setiap kecamatan. Ditujukan bagi petugas yang melaporkan lahan terbakar, menembus awan dan asap.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Cara.&lt;/b&gt; &apos;Petakan area terbakar dari citra radar&apos;, &apos;Buat tabel luas&apos; dari peta model terbaik, dan, jika titik pemeriksa diberikan, &apos;Uji akurasi peta&apos;.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Pilihan.&lt;/b&gt; Citra: Sentinel-1 VH, sepuluh tanggal atau lebih sebelum kebakaran dan sama banyaknya sesudahnya. Titik untuk memilih model: tempat terbakar dan tidak terbakar, dengan field berisi 1 dan 0. Titik untuk memeriksa peta: titik lain, dengan field berisi 1 dan 0; titik yang sudah dipakai untuk memilih model membuat akurasinya tampak terlalu baik. Tanpa keduanya, ambang mu - sigma dari RBR ditampilkan, dan akurasi tidak disebutkan. Kecamatan: poligon apa pun; field WADMKK, WADMKC, WADMKD, dan field lain yang lazim dikenali. Mask bahan bakar (lahan yang dapat terbakar): raster kelas; di bagian yang bernilai 0 atau tanpa data tidak ada yang dapat terbakar. Luas resmi: hektare sebagai pembanding. Kecamatan hanya membatasi tabel luas: semua angka lainnya berlaku untuk seluruh citra, atau untuk area kajian. Berikan kabupaten sebagai area kajian jika keduanya harus mencakup wilayah yang sama.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Keluaran.&lt;/b&gt; burn:BEST, area terbakar (1 terbakar, 0 tidak, 255 tidak diperiksa); burn:MODELS, satu baris untuk setiap model; burn:REPORT; check:METRICS dan check:REPORT, akurasi dengan selang kepercayaan; areas:AREAS, areas:XLSX, dan areas:REPORT, luas per kecamatan dalam hektare. Angka: burn:AREA_HA (ha), burn:PERCENT (% dari yang diperiksa), check:OVERALL, check:KAPPA (paling besar 1); burn:BEST_MODEL, misalnya rbr_mu_minus_sigma. Pada baris perintah, burn:BEST harus disebutkan; keluaran lainnya boleh tidak disebutkan.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Contoh.&lt;/b&gt; qgis_process run pantau:burnedarea -- PRE=vh_2018_10.tif PRE=vh_2018_11.tif POST=vh_2019_10.tif POST=vh_2019_11.tif AOI=district.gpkg POINTS=points.gpkg BURNED_FIELD=burned ZONES=kecamatan.gpkg burn:BEST=burned.tif burn:REPORT=burned.html areas:XLSX=burned.xlsx&lt;/p&gt;&lt;p&gt;&lt;b&gt;Sumber.&lt;/b&gt; Puspitaningrum dan Bioresita 2025, serta sumber ketiga algoritme itu: lihat bantuannya masing-masing.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;Maps what burned between two stacks of radar scenes, through clouds and smoke, and says how far to trust it. For Sentinel-1 VH, calibrated (gamma0 or sigma0), ten or more dates before and as many after.&lt;/p&gt;&lt;p&gt;&lt;b&gt;How.&lt;/b&gt; Scenes of different orbits and UTM zones are brought to the grid of the first scene before the fire, extended to cover all others. Each stack becomes its median, in power: decibels are converted first, and power of 0 or less is no data, as beyond the coast. Both medians are despeckled; RBR = after / before and RBD = after - before follow. Mean and standard deviation of each, where it is looked at, give three thresholds (mu - sigma, mu, mu + sigma), and Otsu and Kittler-Illingworth of the logarithm of RBR two more. Burned is what lies below.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Choices.&lt;/b&gt; Units of the scenes: auto (told from the values), linear (power) or db. RBD: difference of power (linear) or of decibels (db). Filter: none, lee, kuan, refined_lee, lee_sigma, gamma_map, boxcar. Looks: left empty they are estimated from each median. Fuel mask: a class raster; where it is 0 or has no data nothing can burn. Points: 1, true, burned, terbakar or ya in the field is burned; 0, false or tidak is not; without a field all points burned. Official area: hectares to compare with.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Best model.&lt;/b&gt; With points of burned and of unburned places: the highest kappa. Without: nearest to the official area, if there is one. Else none is named, and the layer shows rbr_mu_minus_sigma.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Outputs.&lt;/b&gt; RBR, RBD: 32-bit decimals, only where it was looked at. Best: 1 burned, 0 not, 255 not looked at. Folder: both medians, RBR, RBD and the map of each model. The district is the area of interest, or all that was looked at.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Table.&lt;/b&gt; A row for each model: index; threshold (mu_minus_sigma, mu, mu_plus_sigma, otsu, kittler); value (of the threshold); area_ha (burned, ha); percent (of what was looked at, %); oa, oa_empty_map (overall accuracy of the model, and of a map on which nothing burned, %); pa, ua, omission, commission (of burned land, %); hotspots_inside (count); kappa, f1 (up to 1); flagged_percent (below the threshold, before small patches are left out, %); no_fire_percent (the same without any fire, %); official_difference_ha (ha), official_difference_percent (%); best (1: the best model, else 0); percent_of_district (%). What cannot be known is empty.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Zone table.&lt;/b&gt; A row for each zone and model: zone; index; threshold; burned_ha, zone_ha (ha); percent_of_zone, percent_of_district (%); looked_ha (ha).&lt;/p&gt;&lt;p&gt;&lt;b&gt;Numbers.&lt;/b&gt; AREA_HA, PERCENT, PERCENT_OF_DISTRICT, FLAGGED_PERCENT and NO_FIRE_PERCENT of the layer that is shown; LOOKED_HA, EMPTY_HA, DISTRICT_HA; PRE_LOOKS, POST_LOOKS; PRE_DATES, POST_DATES; POINTS_USED; NO_ZONE_HA and OVERLAP_HA, burned in no zone and counted in more than one. BEST_MODEL: such as rbr_mu_minus_sigma; empty where none can be named.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Take care.&lt;/b&gt; Thresholds of mean and standard deviation always find &apos;fire&apos;. Beside every overall accuracy stands that of a map on which nothing burned; a model below 70 % is not acceptable.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Example.&lt;/b&gt; qgis_process run pantau:mapburn -- PRE=vh_2018_10.tif PRE=vh_2018_11.tif POST=vh_2019_10.tif POST=vh_2019_11.tif AOI=district.gpkg POINTS=points.gpkg BURNED_FIELD=burned ZONES=kecamatan.gpkg ZONE_FIELD=name BEST=burned.tif REPORT=burned.html&lt;/p&gt;&lt;p&gt;&lt;b&gt;Source.&lt;/b&gt; Puspitaningrum and Bioresita 2025. RBR: Tanase, Kennedy and Aponte 2015. Lowest acceptable accuracy: Wozniak and Aleksandrowicz 2019. Otsu 1979; Kittler and Illingworth 1986. Areas: Snyder 1987.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Memetakan area yang terbakar di antara dua rangkaian citra radar, menembus awan dan asap, dan menyatakan sejauh mana hasilnya dapat dipercaya. Untuk Sentinel-1 VH yang terkalibrasi (gamma0 atau sigma0), sepuluh tanggal atau lebih sebelum kebakaran dan sama banyaknya sesudahnya.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Cara.&lt;/b&gt; Citra dari orbit dan zona UTM yang berbeda disesuaikan dengan grid citra pertama dari rangkaian sebelum, yang diperluas hingga mencakup semua citra lainnya. Setiap rangkaian diringkas menjadi mediannya, dalam daya: desibel diubah dahulu, dan daya 0 atau kurang adalah tanpa data, seperti di luar garis pantai. Derau bercak (speckle) pada kedua median difilter; kemudian dihitung RBR = sesudah / sebelum dan RBD = sesudah - sebelum. Rata-rata dan simpangan baku masing-masing, di bagian yang diperiksa, memberikan tiga ambang (mu - sigma, mu, mu + sigma), dan Otsu serta Kittler-Illingworth dari logaritma RBR memberikan dua ambang lagi. Terbakar adalah yang terletak di bawahnya.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Pilihan.&lt;/b&gt; Satuan citra: auto (dikenali dari nilainya), linear (daya), atau db. RBD: selisih daya (linear) atau desibel (db). Filter: none, lee, kuan, refined_lee, lee_sigma, gamma_map, boxcar. Looks: jika dikosongkan, diduga dari setiap median. Mask bahan bakar (lahan yang dapat terbakar): raster kelas; di bagian yang bernilai 0 atau tanpa data tidak ada yang dapat terbakar. Titik: 1, true, burned, terbakar, atau ya dalam field berarti terbakar; 0, false, atau tidak berarti tidak terbakar; tanpa field, semua titik dianggap terbakar. Luas resmi: hektare sebagai pembanding.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Model terbaik.&lt;/b&gt; Dengan titik tempat terbakar dan tidak terbakar: kappa tertinggi. Tanpa itu: yang terdekat dengan luas resmi, jika ada. Selain itu tidak ada model yang ditetapkan sebagai terbaik, dan layer menampilkan rbr_mu_minus_sigma.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Keluaran.&lt;/b&gt; RBR, RBD: bilangan desimal 32-bit, hanya di bagian yang diperiksa. Terbaik: 1 terbakar, 0 tidak, 255 tidak diperiksa. Folder: kedua median, RBR, RBD, dan peta setiap model. Kabupaten berarti area kajian, atau seluruh bagian yang diperiksa.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Tabel.&lt;/b&gt; Satu baris untuk setiap model: index (indeks); threshold (ambang: mu_minus_sigma, mu, mu_plus_sigma, otsu, kittler); value (nilai ambang); area_ha (terbakar, ha); percent (dari yang diperiksa, %); oa, oa_empty_map (akurasi keseluruhan model, dan akurasi keseluruhan peta yang menyatakan tidak ada yang terbakar, %); pa, ua, omission, commission (akurasi pembuat, akurasi pengguna, omisi, dan komisi lahan terbakar, %); hotspots_inside (jumlah titik panas di dalamnya); kappa, f1 (paling besar 1); flagged_percent (di bawah ambang sebelum hamparan kecil dikeluarkan, %); no_fire_percent (hal yang sama tanpa kebakaran, %); official_difference_ha (selisih terhadap angka resmi, ha), official_difference_percent (%); best (1: model terbaik, selain itu 0); percent_of_district (persentase kabupaten, %). Yang tidak dapat diketahui dibiarkan kosong.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Tabel zona.&lt;/b&gt; Satu baris untuk setiap zona dan model: zone (zona); index; threshold; burned_ha (terbakar), zone_ha (luas zona) (ha); percent_of_zone, percent_of_district (%); looked_ha (diperiksa, ha).&lt;/p&gt;&lt;p&gt;&lt;b&gt;Angka.&lt;/b&gt; AREA_HA, PERCENT, PERCENT_OF_DISTRICT, FLAGGED_PERCENT, dan NO_FIRE_PERCENT dari layer yang ditampilkan; LOOKED_HA, EMPTY_HA, DISTRICT_HA; PRE_LOOKS, POST_LOOKS; PRE_DATES, POST_DATES; POINTS_USED; NO_ZONE_HA dan OVERLAP_HA, terbakar di luar semua zona dan terhitung di lebih dari satu zona. BEST_MODEL: misalnya rbr_mu_minus_sigma; kosong jika tidak ada yang dapat ditetapkan.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Perhatian.&lt;/b&gt; Ambang rata-rata dan simpangan baku selalu menemukan &apos;kebakaran&apos;. Di samping setiap akurasi keseluruhan dicantumkan akurasi keseluruhan peta yang menyatakan tidak ada yang terbakar; model di bawah 70% tidak dapat diterima.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Contoh.&lt;/b&gt; qgis_process run pantau:mapburn -- PRE=vh_2018_10.tif PRE=vh_2018_11.tif POST=vh_2019_10.tif POST=vh_2019_11.tif AOI=district.gpkg POINTS=points.gpkg BURNED_FIELD=burned ZONES=kecamatan.gpkg ZONE_FIELD=name BEST=burned.tif REPORT=burned.html&lt;/p&gt;&lt;p&gt;&lt;b&gt;Sumber.&lt;/b&gt; Puspitaningrum dan Bioresita 2025. RBR: Tanase, Kennedy, dan Aponte 2015. Akurasi minimum: Wozniak dan Aleksandrowicz 2019. Otsu 1979; Kittler dan Illingworth 1986. Luas: Snyder 1987.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;Says how far a map of classes can be trusted: the error matrix, overall, user&apos;s and producer&apos;s accuracy, kappa, and how many hectares each class truly has, each with its confidence interval. For whoever must answer for a map.&lt;/p&gt;&lt;p&gt;&lt;b&gt;How.&lt;/b&gt; Choose the map, the validation points (from &apos;Draw sample points to check a map&apos;, or your own) and the field with what is truly there: class codes, or names as in the map&apos;s legend, in either language. A polygon gives all pixels whose centre lies in it; pixels of one polygon, and points of one value of the cluster field, are not independent, so errors then come from the groups. Points outside the map, on no data, without a label, with a label that the map does not know, and repeated ones are counted, listed and left out.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Choices.&lt;/b&gt; Design: simple, the points were drawn over the whole area by pure chance; stratified, a number was set for each class of the map, or for each stratum where a raster of strata is given; auto, stratified where there are strata or where the points are not spread over the classes by their area (chi-square test), else simple; stratified too where they are too few to tell. Second map: judged by the same points, with McNemar&apos;s test. Second interpreter: a field with another person&apos;s labels, to see how far two agree. Zones: the same figures for each kecamatan or kabupaten, where there are samples enough. Confidence: 0.95 for 95 %.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Outputs.&lt;/b&gt; In matrices, rows are the map, columns the reference. Error matrix: map_class, reference_class, count, and proportion, the estimated share of the map (0 to 1). Figures: zone, scope, metric, class, value, se, ci_low, ci_high; scope &apos;count&apos;: the samples as counted (Wilson&apos;s intervals); scope &apos;area&apos;: the map, each class by its size (value +- 1.96 se for 95 %; score_low and score_high, to be read where doubtful is 1: rare classes, accuracies near 1); area_ha and mapped_ha are hectares on the ellipsoid, all others 0 to 1. Left out: point (its field point, else the feature id) and reason; points within a thousandth of a pixel are one place. Report: a page to read, print and paste from. JSON: all of it, for programs. OVERALL and KAPPA: as counted for a simple design, by area for a stratified one. ACCEPTED: 1 where both reach the thresholds of acceptance and samples speak for 95 % of the map.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Example.&lt;/b&gt; qgis_process run pantau:accuracy -- CLASSIFIED=landcover.tif POINTS=points.gpkg REFERENCE_FIELD=reference METRICS=figures.csv REPORT=accuracy.html&lt;/p&gt;&lt;p&gt;&lt;b&gt;Source.&lt;/b&gt; Olofsson and others 2014; Stehman 2014; Congalton 1991; Cohen 1960; Fleiss, Cohen and Everitt 1969; Landis and Koch 1977; Pontius and Millones 2011; Wilson 1927; Zou, Huang and Zhang 2009; Foody 2004.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Menyatakan sejauh mana peta kelas dapat dipercaya: matriks kesalahan, akurasi keseluruhan, akurasi pengguna, akurasi pembuat, kappa, dan berapa hektare luas setiap kelas yang sebenarnya, masing-masing dengan selang kepercayaannya. Ditujukan bagi siapa pun yang harus mempertanggungjawabkan suatu peta.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Cara.&lt;/b&gt; Pilih peta, titik validasi (dari &apos;Ambil titik sampel untuk memeriksa peta&apos;, atau titik sendiri), dan field yang memuat keadaan sebenarnya: kode kelas, atau nama seperti dalam legenda peta, dalam bahasa Indonesia atau Inggris. Poligon memberikan semua piksel yang pusatnya terletak di dalamnya; piksel dari satu poligon, dan titik dengan nilai field klaster yang sama, tidak saling bebas sehingga galat dihitung dari kelompoknya. Titik di luar peta, di bagian tanpa data, tanpa label, dengan label yang tidak dikenal peta, dan yang berulang dihitung, didaftar, dan tidak dipakai.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Pilihan.&lt;/b&gt; Rancangan: simple (acak sederhana), titik diambil di seluruh area sepenuhnya secara acak; stratified (berstrata), jumlah titik ditetapkan untuk setiap kelas peta, atau untuk setiap stratum jika raster strata diberikan; auto, stratified jika ada strata atau jika titik tidak tersebar pada kelas menurut luasnya (uji khi-kuadrat), selain itu simple; stratified pula jika titiknya terlalu sedikit untuk mengetahuinya. Peta kedua: dinilai dengan titik yang sama, dengan uji McNemar. Penafsir kedua: field berisi label dari orang lain, untuk melihat sejauh mana keduanya sepakat. Zona: angka yang sama untuk setiap kecamatan atau kabupaten, jika sampelnya cukup. Tingkat kepercayaan: 0,95 untuk 95%.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Keluaran.&lt;/b&gt; Dalam matriks, baris adalah peta, kolom adalah acuan. Matriks kesalahan: map_class, reference_class, count, dan proportion, dugaan bagian peta (0 sampai 1). Angka: zone, scope, metric, class, value, se, ci_low, ci_high; scope &apos;count&apos;: menurut cacah sampel (selang Wilson); scope &apos;area&apos;: peta, setiap kelas menurut luasnya (value +- 1,96 se untuk 95%; score_low dan score_high, dibaca jika doubtful bernilai 1, yaitu meragukan: kelas yang jarang, akurasi mendekati 1); area_ha dan mapped_ha dalam hektare pada elipsoid, yang lain 0 sampai 1. Tidak dipakai: point (field point-nya, atau id fiturnya) dan reason; titik dalam jarak seperseribu piksel dianggap satu tempat. Laporan: halaman untuk dibaca, dicetak, dan disalin isinya. JSON: semuanya, untuk program. OVERALL dan KAPPA: menurut cacah sampel untuk rancangan simple, berbobot luas untuk rancangan stratified. ACCEPTED: 1 jika keduanya mencapai ambang penerimaan dan sampel mewakili 95% peta.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Contoh.&lt;/b&gt; qgis_process run pantau:accuracy -- CLASSIFIED=landcover.tif POINTS=points.gpkg REFERENCE_FIELD=reference METRICS=figures.csv REPORT=accuracy.html&lt;/p&gt;&lt;p&gt;&lt;b&gt;Sumber.&lt;/b&gt; Olofsson dkk. 2014; Stehman 2014; Congalton 1991; Cohen 1960; Fleiss, Cohen, dan Everitt 1969; Landis dan Koch 1977; Pontius dan Millones 2011; Wilson 1927; Zou, Huang, dan Zhang 2009; Foody 2004.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;Says how many hectares of each class a map has, in all and in each kabupaten, kecamatan and desa: a table to be signed. The figures are right in every coordinate system, they add up, and by how much they do not close is told.&lt;/p&gt;&lt;p&gt;&lt;b&gt;How.&lt;/b&gt; A pixel on the edge of a zone counts with the exact share of it that the zone covers, and every cell has its area on the ellipsoid, so degrees, UTM, TM-3 and Web Mercator give the same hectares. The zones may have another CRS. Classes are named by the legend inside the raster. Without zones, the whole map is measured, or the area of interest.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Choices.&lt;/b&gt; Name fields of the zones: one for each level, outermost first, such as WADMKK,WADMKC,WADMKD. Left empty, the fields of the ministry (WADMPR, WADMKK, WADMKC, WADMKD) and the usual other ones are recognised, and the log says which; where there are none, each polygon is a zone. Polygons of one name on all levels are one zone. The area of interest cuts the zones. Numbers: with decimal comma or point in report and CSV; auto takes the language of QGIS. In XLSX they are numbers, which the spreadsheet writes in its own language.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Outputs.&lt;/b&gt; Table, one row for each class in each zone of the innermost level, without totals: the zone fields, class (code), class_name, area_ha, percent (of the zone&apos;s own area), zone_area_ha (from its outline). Wide table: one row for each zone, a column for each class (ha), nodata_ha, outside_ha (beyond the raster), zone_area_ha. Closure: zone_area_ha, mapped_ha, nodata_ha, outside_ha, overlap_ha (shared with other zones), gap_ha (enclosed by zones, in none; told at the zone that borders it most), difference_ha and difference_percent (own area less the parts). Overlaps and gaps: polygons with kind, zones and area_ha, to be mended. XLSX: one sheet for each level with totals and shares, then closure, overlaps and gaps. CSV: the sheet of the innermost level. Report: tables, chart and closure. In sheets, CSV and report the figures are rounded so that rows, columns and levels add up (largest remainder). Numbers: TOTAL_HA is what the table adds up to; ZONES_HA, NODATA_HA, OUTSIDE_HA, DIFFERENCE_HA, OVERLAP_HA (counted in more than one zone, once for each too many), GAP_HA, ZONE_COUNT, REPAIRED (invalid outlines).&lt;/p&gt;&lt;p&gt;&lt;b&gt;Example.&lt;/b&gt; qgis_process run pantau:areatable -- CLASSES=landcover.tif ZONES=desa.gpkg ZONE_FIELDS=WADMKC,WADMKD OUTPUT=area.csv XLSX=area.xlsx REPORT=area.html&lt;/p&gt;&lt;p&gt;&lt;b&gt;Source.&lt;/b&gt; Area on the ellipsoid: Snyder 1987. Coverage fractions as in exactextract (Baston 2024). Rounding: Bacharach 1966; Cox 1987.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Menyatakan berapa hektare luas setiap kelas pada peta, seluruhnya dan di setiap kabupaten, kecamatan, dan desa: tabel luas yang siap ditandatangani. Angkanya benar dalam setiap sistem koordinat, jumlahnya cocok, dan selisih luas yang tidak cocok disebutkan.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Cara.&lt;/b&gt; Piksel di tepi zona dihitung menurut bagiannya yang persis tercakup zona, dan luas setiap sel dihitung pada elipsoid sehingga derajat, UTM, TM-3, dan Web Mercator memberikan hektare yang sama. Sistem koordinat zona boleh berbeda. Nama kelas diambil dari legenda di dalam raster. Tanpa zona, yang diukur adalah seluruh peta, atau area kajian.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Pilihan.&lt;/b&gt; Field nama zona: satu untuk setiap tingkat, mulai dari wilayah terluas, misalnya WADMKK,WADMKC,WADMKD. Jika dikosongkan, field menurut format kementerian (WADMPR, WADMKK, WADMKC, WADMKD) dan field lain yang lazim dikenali, dan log menyebutkan yang dipakai; jika tidak ada, setiap poligon adalah satu zona. Poligon yang bernama sama pada semua tingkat adalah satu zona. Area kajian memotong zona. Angka: dengan koma atau titik desimal dalam laporan dan CSV; auto mengikuti bahasa QGIS. Dalam XLSX isinya berupa bilangan, yang ditulis program lembar kerja menurut bahasanya sendiri.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Keluaran.&lt;/b&gt; Tabel, satu baris untuk setiap kelas di setiap zona pada tingkat terdalam, tanpa baris jumlah: field zona, class (kode), class_name (nama kelas), area_ha (luas), percent (dari luas zona itu sendiri), zone_area_ha (luas zona menurut garis batasnya). Tabel lebar: satu baris untuk setiap zona, satu kolom untuk setiap kelas (ha), nodata_ha (tanpa data), outside_ha (di luar raster), zone_area_ha. Kecocokan luas: zone_area_ha, mapped_ha (luas menurut peta), nodata_ha, outside_ha, overlap_ha (tumpang tindih dengan zona lain), gap_ha (celah: dikelilingi zona tetapi tidak termasuk zona mana pun; dicantumkan pada zona yang paling panjang berbatasan dengannya), difference_ha dan difference_percent (selisih: luas zona sendiri dikurangi bagian-bagiannya). Tumpang tindih dan celah: poligon dengan kind (jenis), zones (zona), dan area_ha, untuk diperbaiki. XLSX: satu lembar kerja untuk setiap tingkat dengan jumlah dan persentase, kemudian kecocokan luas, tumpang tindih, dan celah. CSV: lembar kerja tingkat terdalam. Laporan: tabel, grafik, dan kecocokan luas. Dalam lembar kerja, CSV, dan laporan, angka dibulatkan sehingga jumlah baris, kolom, dan tingkat cocok (metode sisa terbesar). Angka: TOTAL_HA adalah jumlah seluruh tabel; ZONES_HA, NODATA_HA, OUTSIDE_HA, DIFFERENCE_HA, OVERLAP_HA (dihitung di lebih dari satu zona, satu kali untuk setiap kelebihan), GAP_HA, ZONE_COUNT (jumlah zona), REPAIRED (garis batas tidak valid yang diperbaiki).&lt;/p&gt;&lt;p&gt;&lt;b&gt;Contoh.&lt;/b&gt; qgis_process run pantau:areatable -- CLASSES=landcover.tif ZONES=desa.gpkg ZONE_FIELDS=WADMKC,WADMKD OUTPUT=area.csv XLSX=area.xlsx REPORT=area.html&lt;/p&gt;&lt;p&gt;&lt;b&gt;Sumber.&lt;/b&gt; Luas pada elipsoid: Snyder 1987. Bagian piksel yang tercakup seperti dalam exactextract (Baston 2024). Pembulatan: Bacharach 1966; Cox 1987.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;Says how well a map of mines agrees with a reference that covers the same ground: hits, false alarms and misses, and the ratios made of them. For officers who must know how far a map can be trusted; any class raster works, also with many classes.&lt;/p&gt;&lt;p&gt;&lt;b&gt;How.&lt;/b&gt; Choose the mask and one reference: a raster of class codes, or polygons that someone has drawn. The reference is brought onto the grid of the map (nearest pixel; polygons by pixel centres). A pixel counts where both hold data, inside the area of interest, and where the reference is not the code to ignore. Polygons must be complete: where there is none, the reference says that the class is not there.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Outputs.&lt;/b&gt; Numbers for the class that is judged: TP, FP, FN and TN in pixels; ACCURACY, IOU, PRECISION, RECALL and F1 from 0 to 1, empty where there is nothing to divide by; POOLED_... for all classes together. Error map: 0 correctly not the class, 1 hit, 2 false alarm, 3 miss, 4 ignored, 255 outside the area of interest. Table: one row a class, with predicted_ha and reference_ha (hectares on the ellipsoid). Report: a page to read and to print. No output need be named: the numbers come in any case.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Choices.&lt;/b&gt; Class is the code that the numbers, the error map and polygons are about. With a reference raster all other classes are judged as well, save code 0, the background. The pixels of an image are no independent sample, so no confidence interval is given.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Example.&lt;/b&gt; qgis_process run pantau:segmentationaccuracy -- PREDICTION=mines.tif REFERENCE_POLYGONS=drawn.gpkg ERROR_MAP=errors.tif REPORT=report.html&lt;/p&gt;&lt;p&gt;&lt;b&gt;Source.&lt;/b&gt; User&apos;s and producer&apos;s accuracy: Congalton 1991. Intersection over union: Jaccard 1912. F1: Dice 1945. Areas: Snyder 1987.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Menyatakan seberapa sesuai peta tambang dengan acuan yang meliputi wilayah yang sama: kena (tepat), alarm palsu, dan terlewat, serta rasio yang dihitung darinya. Ditujukan bagi petugas yang harus mengetahui sejauh mana suatu peta dapat dipercaya; raster kelas apa pun dapat digunakan, juga yang memiliki banyak kelas.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Cara.&lt;/b&gt; Pilih mask kelas dan satu acuan: raster kode kelas, atau poligon yang digambar oleh seseorang. Acuan disesuaikan dengan grid peta (piksel terdekat; poligon menurut pusat piksel). Suatu piksel dihitung jika keduanya memuat data, berada di dalam area kajian, dan acuannya bukan kode yang diabaikan. Poligon harus lengkap: di tempat tanpa poligon, acuan menyatakan bahwa kelas itu tidak ada.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Keluaran.&lt;/b&gt; Angka untuk kelas yang dinilai: TP, FP, FN, dan TN dalam piksel; ACCURACY (akurasi), IOU, PRECISION (presisi), RECALL (kelengkapan), dan F1 dari 0 sampai 1, kosong jika pembaginya nol; POOLED_... untuk semua kelas bersama-sama. Peta galat: 0 benar bukan kelas ini, 1 kena, 2 alarm palsu, 3 terlewat, 4 diabaikan, 255 di luar area kajian. Tabel: satu baris untuk setiap kelas, dengan predicted_ha dan reference_ha (hektare pada elipsoid). Laporan: halaman untuk dibaca dan dicetak. Tidak ada keluaran yang wajib disebut: angka-angkanya tetap diberikan.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Pilihan.&lt;/b&gt; Kelas adalah kode yang menjadi pokok angka, peta galat, dan poligon. Dengan raster acuan, semua kelas lain juga dinilai, kecuali kode 0, latar belakang. Piksel suatu citra bukan sampel yang saling bebas sehingga selang kepercayaan tidak diberikan.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Contoh.&lt;/b&gt; qgis_process run pantau:segmentationaccuracy -- PREDICTION=mines.tif REFERENCE_POLYGONS=drawn.gpkg ERROR_MAP=errors.tif REPORT=report.html&lt;/p&gt;&lt;p&gt;&lt;b&gt;Sumber.&lt;/b&gt; Akurasi pengguna (user&apos;s accuracy) dan akurasi pembuat (producer&apos;s accuracy): Congalton 1991. Irisan per gabungan (intersection over union): Jaccard 1912. F1: Dice 1945. Luas: Snyder 1987.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;Says what a revision does to a spatial plan: how many hectares go from which zone to which, in all and in each kecamatan or other unit, and where. For planners who prepare a revision, and for those who have to judge one.&lt;/p&gt;&lt;p&gt;&lt;b&gt;How.&lt;/b&gt; The polygons are laid over each other exactly, without a raster, in the CRS of the plan in force; the layers may have different CRSs. Invalid outlines are repaired and counted. Zones are the same where their names are, but for blanks and capitals. Polygons of one name are one zone. Where zones of a plan overlap, the ground counts in each of them, and in each pair of zones; what is the same in both plans there is no change. Nothing is left out: strips that come of drawing the same boundary twice count, and how many hectares lie in strips narrower than 10 m is told.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Choices.&lt;/b&gt; Zone fields: left empty, the zone code KODKWS where both plans have it, else the name NAMOBJ where both do or another usual one, else the first text field. Plans that have no zone name in common then are not compared; with a field given, a warning says so. Unit field: left empty, WADMKC, else WADMKD, WADMKK, WADMPR or another usual one, else the first text field. The log says which fields were taken. Minimum area: smaller patches are left out of the polygons of change, and of nothing else. Numbers: with decimal comma or point in the report; auto takes the language of QGIS.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Outputs.&lt;/b&gt; Table, without totals: admin (empty: in no unit, or none are given), from (empty: not in the plan in force), to (empty: not in the revised plan), area_ha (hectares on the ellipsoid), also of what stayed the same; from_name and to_name (of zones by code, what NAMOBJ calls them). Ground where zones or units overlap is in a line for each pair and unit, so the lines may add up to more than the ground; the report says by how much, and has the hectares of each plan by itself. Polygons of change, in the CRS of the plan in force: rank (the largest first), admin, from, to, area_ha, from_name, to_name. Report: changes, flows, gains and losses, matrix, allocation of each unit in both plans, closure; its figures are rounded so that they add up. Numbers: CHANGED_HA, CHANGED_PERCENT and UNCHANGED_HA, on the ground of both plans, counted once; ONLY_OLD_HA and ONLY_NEW_HA, which one plan covers, counted once; OVERLAP_OLD_HA and OVERLAP_NEW_HA, which zones of one plan share, once for each too many; NO_ADMIN_HA, in no unit; NARROW_HA, changes in narrow strips; REPAIRED, invalid outlines.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Example.&lt;/b&gt; qgis_process run pantau:plancompare -- PLAN_OLD=rtrw_2018.gpkg PLAN_NEW=rtrw_revision.gpkg OLD_FIELD=NAMOBJ NEW_FIELD=NAMOBJ ADMIN=kecamatan.gpkg OUTPUT=plans.csv CHANGES=changes.gpkg REPORT=plans.html&lt;/p&gt;&lt;p&gt;&lt;b&gt;Source.&lt;/b&gt; Comparison of the allocations of two plans by kecamatan: Inderapermana and others 2023. Field names: Permen ATR/BPN 14/2021. Areas: Snyder 1987. Rounding: Bacharach 1966; Cox 1987.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Menyatakan akibat revisi terhadap rencana tata ruang: berapa hektare beralih dari zona mana ke zona mana, seluruhnya dan di setiap kecamatan atau wilayah lain, dan di mana. Untuk perencana yang menyiapkan revisi, dan bagi yang harus menilainya.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Cara.&lt;/b&gt; Poligon kedua rencana ditumpangsusunkan secara persis, tanpa raster, dalam sistem koordinat rencana yang berlaku; sistem koordinat setiap layer boleh berbeda. Garis batas tidak valid diperbaiki dan dihitung. Zona dianggap sama jika namanya sama, tanpa memperhatikan spasi dan huruf besar-kecil. Poligon yang bernama sama adalah satu zona. Di tempat zona dalam satu rencana bertumpang tindih, lahannya dihitung di setiap zona dan di setiap pasangan zona; yang sama dalam kedua rencana di sana bukan perubahan. Tidak ada yang diabaikan: jalur yang muncul karena batas yang sama digambar dua kali ikut dihitung, dan luas yang terletak pada jalur lebih sempit dari 10 m disebutkan dalam hektare.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Pilihan.&lt;/b&gt; Field zona: jika dikosongkan, kode zona KODKWS jika ada dalam kedua rencana, atau nama NAMOBJ jika ada dalam keduanya, atau field lain yang lazim, atau field teks pertama. Jika demikian, rencana yang tidak memiliki satu pun nama zona yang sama tidak dibandingkan; jika field diberikan, hal itu disebutkan dalam peringatan. Field wilayah: jika dikosongkan, WADMKC, atau WADMKD, WADMKK, WADMPR, atau field lain yang lazim, atau field teks pertama. Log menyebutkan field yang dipakai. Luas minimum: hamparan yang lebih kecil tidak disertakan dalam poligon perubahan, tetapi tetap disertakan dalam keluaran lainnya. Angka: dengan koma atau titik desimal dalam laporan; auto mengikuti bahasa QGIS.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Keluaran.&lt;/b&gt; Tabel, tanpa baris jumlah: admin (wilayah; kosong: di luar semua wilayah, atau wilayah tidak diberikan), from (zona lama; kosong: tidak dalam rencana yang berlaku), to (zona baru; kosong: tidak dalam rencana revisi), area_ha (hektare pada elipsoid), juga untuk yang tetap sama; from_name dan to_name (untuk zona menurut kode, namanya dalam NAMOBJ). Lahan di tempat zona atau wilayah bertumpang tindih tercantum pada satu baris untuk setiap pasangan zona dan wilayah, jadi jumlah semua baris dapat melebihi luas lahannya; laporan menyebutkan selisihnya dan memuat luas setiap rencana secara tersendiri dalam hektare. Poligon perubahan, dalam sistem koordinat rencana yang berlaku: rank (peringkat, dari yang terluas), admin, from, to, area_ha, from_name, to_name. Laporan: perubahan, aliran, penambahan dan pengurangan, matriks, alokasi ruang setiap wilayah dalam kedua rencana, kecocokan luas; angkanya dibulatkan sehingga jumlahnya cocok. Angka: CHANGED_HA, CHANGED_PERCENT, dan UNCHANGED_HA, pada lahan yang tercakup kedua rencana, dihitung satu kali; ONLY_OLD_HA dan ONLY_NEW_HA, yang tercakup satu rencana saja, dihitung satu kali; OVERLAP_OLD_HA dan OVERLAP_NEW_HA, tumpang tindih zona dalam satu rencana, satu kali untuk setiap kelebihan; NO_ADMIN_HA, di luar semua wilayah; NARROW_HA, perubahan pada jalur sempit; REPAIRED, garis batas tidak valid yang diperbaiki.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Contoh.&lt;/b&gt; qgis_process run pantau:plancompare -- PLAN_OLD=rtrw_2018.gpkg PLAN_NEW=rtrw_revision.gpkg OLD_FIELD=NAMOBJ NEW_FIELD=NAMOBJ ADMIN=kecamatan.gpkg OUTPUT=plans.csv CHANGES=changes.gpkg REPORT=plans.html&lt;/p&gt;&lt;p&gt;&lt;b&gt;Sumber.&lt;/b&gt; Perbandingan alokasi ruang dua rencana menurut kecamatan: Inderapermana dkk. 2023. Nama field: Permen ATR/BPN 14/2021. Luas: Snyder 1987. Pembulatan: Bacharach 1966; Cox 1987.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;Says what became of what between two land-cover maps, in hectares: how much forest was cleared, and for what; in all, and in each kecamatan or other zone.&lt;/p&gt;&lt;p&gt;&lt;b&gt;How.&lt;/b&gt; The maps are compared pixel by pixel, by class code (by class name, and with the earlier map&apos;s codes, where their legends give the same classes other codes), on the grid of the earlier one; the later one takes the nearest pixel where its grid or CRS differs. Only pixels with a class on both maps are compared. A pixel is in a zone where its centre is; zones that overlap each count it. The numbers, the matrix and the change raster are of the whole map, also where zones are given; give zones without a name field, and each polygon is one. Polygons of one name are one zone.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Outputs.&lt;/b&gt; Table: zone (empty without zones; several fields joined by &apos; / &apos;), from and to (codes), from_name, to_name, area_ha (hectares on the ellipsoid), also of what stayed the same. Change raster: 1, 2, 3 ... for the pairs that occur, by code before and code after, with a legend inside (&apos;forest -&amp;gt; settlement&apos;): pale where the class stayed, else in the colour of the new class; 255 (65535 where there are more than 254 pairs) is no data. Report: matrix in hectares and percent, gain, loss, net and swap of each class, zones. Numbers: CHANGED_HA, CHANGED_PERCENT, UNCHANGED_HA; NET_HA and SWAP_HA, which add up to the change; ONLY_BEFORE_HA and ONLY_AFTER_HA, where one map has no data; NO_ZONE_HA, in no zone; OVERLAP_HA, counted in more than one.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Example.&lt;/b&gt; qgis_process run pantau:changetable -- BEFORE=landcover_2018.tif AFTER=landcover_2024.tif ZONES=kecamatan.gpkg ZONE_FIELDS=kabupaten,kecamatan OUTPUT=change.csv CHANGE=change.tif REPORT=change.html&lt;/p&gt;&lt;p&gt;&lt;b&gt;Source.&lt;/b&gt; Gain, loss, net and swap: Pontius, Shusas and McEachern 2004. Post-classification comparison: Singh 1989. Areas: Snyder 1987.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Menyatakan apa berubah menjadi apa di antara dua peta tutupan lahan, dalam hektare: seberapa luas hutan yang dibuka, dan untuk apa; seluruhnya, dan di setiap kecamatan atau zona lain.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Cara.&lt;/b&gt; Kedua peta dibandingkan piksel demi piksel, menurut kode kelas (menurut nama kelas, dan dengan kode peta awal, jika legenda keduanya memberi kode berbeda untuk kelas yang sama), pada grid peta awal; jika grid atau sistem koordinatnya berbeda, dari peta akhir diambil piksel terdekat. Hanya piksel yang memiliki kelas pada kedua peta yang dibandingkan. Suatu piksel termasuk zona tempat pusatnya berada; jika zona bertumpang tindih, piksel itu dihitung di setiap zona. Angka, matriks, dan raster perubahan berlaku untuk seluruh peta, juga jika zona diberikan; tanpa field nama, setiap poligon adalah satu zona. Poligon yang bernama sama adalah satu zona.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Keluaran.&lt;/b&gt; Tabel: zone (nama zona; kosong tanpa zona; beberapa field digabung dengan &apos; / &apos;), from dan to (kode awal dan akhir), from_name, to_name, area_ha (hektare pada elipsoid), juga untuk yang tetap sama. Raster perubahan: 1, 2, 3 ... untuk pasangan yang ada, menurut kode awal dan kode akhir, dengan legenda di dalamnya (&apos;hutan -&amp;gt; permukiman&apos;): warna pucat jika kelasnya tetap, selain itu warna kelas yang baru; 255 (65535 jika pasangannya lebih dari 254) adalah tanpa data. Laporan: matriks dalam hektare dan persen, penambahan, pengurangan, neto, dan pertukaran (swap) setiap kelas, zona. Angka: CHANGED_HA, CHANGED_PERCENT, UNCHANGED_HA; NET_HA dan SWAP_HA, yang jumlahnya sama dengan perubahan; ONLY_BEFORE_HA dan ONLY_AFTER_HA, luas yang tanpa data pada salah satu peta; NO_ZONE_HA, di luar semua zona; OVERLAP_HA, dihitung di lebih dari satu zona.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Contoh.&lt;/b&gt; qgis_process run pantau:changetable -- BEFORE=landcover_2018.tif AFTER=landcover_2024.tif ZONES=kecamatan.gpkg ZONE_FIELDS=kabupaten,kecamatan OUTPUT=change.csv CHANGE=change.tif REPORT=change.html&lt;/p&gt;&lt;p&gt;&lt;b&gt;Sumber.&lt;/b&gt; Penambahan, pengurangan, neto, dan pertukaran: Pontius, Shusas, dan McEachern 2004. Perbandingan pascaklasifikasi: Singh 1989. Luas: Snyder 1987.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;Says whether the land agrees with the spatial plan (RTRW, RDTR), in hectares, per zone and kecamatan or desa, and where it does not; and how much land that is planned for building is not built on yet.&lt;/p&gt;&lt;p&gt;&lt;b&gt;How.&lt;/b&gt; Land cover, a class raster or polygons, is laid over the plan&apos;s zones and the administrative units, and a table of rules says of every class in every zone whether it conforms. A cell of a raster counts in each zone with the exact share that the zone covers; polygons are cut along each other&apos;s edges; all hectares are on the ellipsoid, in every CRS. Degree of conformity = conform / (all land with a class of which a rule speaks), and beside it conform / (conform + not conform), sesuai and tidak sesuai as Permen ATR/BPN 9/2017 asks. Land without a rule and land without data are listed with their hectares and are in neither. Available land = zones for building less what is built in them and less what is not mapped, parted into vegetated, bare and other land.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Choices.&lt;/b&gt; Give a raster or polygons of land cover. Fields left empty are recognised (KODKWS, else NAMOBJ; WADMKC, WADMKD, WADMKK, nama; class, kelas ...), else the first text field of the plan or of the units is taken, and the log says which. Zones are the same where their names are, but for blanks and capitals; polygons without a name are one zone, (no name). Rules: a CSV with the columns class, zone, status (kelas, zona, status), with commas or semicolons; class by code or name in either language, or a kind of land (forest, mangrove, plantation, crops, shrub, bare, built, mine, pond, wetland, water, vegetated); zone by code or name; * for any, where a closer line wins; # begins a remark. Statuses: conform (sesuai), nonconform (tidak sesuai), review (perlu kajian), not_realised (belum terwujud); any other word is a status of your own, which the log says, and a number or a dash is refused. &lt;b&gt;Without a table, an example that is not official is used&lt;/b&gt;: built-up land conforms in zones for building and nowhere else, vegetated or bare land there is not realised yet, and for the usual zones (BA, HL, PS, HP, P-1 ..., by code or name) rtrw_rules_example.csv in the plugin&apos;s folder plugin/engine/area speaks. A class or a zone that is not known, and a zone that is called several things, has no rule in it. Write the table that was used with RULES_OUT, edit its status, and give it back as RULES. Classes and zones for building are known by their names and codes; lists with commas replace that. Pixel size is for the rasters of land-cover polygons only; empty: 10 m, or more for a large plan. Minimum area: of the areas in NONCONFORMITY. Numbers: how they are written in report and sheets; auto takes the language of QGIS.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Outputs.&lt;/b&gt; Conformity raster: 1 conform, 2 nonconform, 3 review, 4 not realised, 5 without a rule, 6 and up your own statuses; 255 no data; by the zone of the pixel&apos;s centre. Conformity polygons: contiguous land of one class in one zone and unit; along pixels&apos; edges for a raster, so their hectares are those of pixels. Nonconformity: those that do not conform, with rank (1 is the largest), lon and lat of a point in each, for checks in the field. Table: admin, zone, class, class_name, area_ha, percent (of the zone in that unit), status (conform, nonconform, review, not_realised, no_rule, no_data, outside: beyond the raster, or your own), zone_name (what else more than half of the zone is called). Availability: admin, zone, planned_ha, built_ha, available_ha, vegetated_ha, bare_ha, percent_of_built (available, of what is built), percent_of_planned (available, of what is planned and mapped), other_ha (available, and neither vegetated nor bare: water, ponds, mines), nodata_ha (not mapped, so neither built nor available). Available land: 1 vegetated, 2 bare, 3 built, in zones for building; 255 no data. Numbers: CONFORM_PERCENT (0 also where no rule speaks of any land, which a warning says); CONFORM_HA, NONCONFORM_HA, REVIEW_HA, NOT_REALISED_HA, NO_RULE_HA; NO_DATA_HA (plan ground of which the map shows no class, or beyond it); PLANNED_BUILT_HA, BUILT_HA, AVAILABLE_HA (planned less built and less what is not mapped; says nothing where no class is known to be built-up) of the zones for building; OVERLAP_HA (of zones, counted in each); NO_ADMIN_HA (plan ground in no unit); UNPLANNED_HA (ground of the units in no zone).&lt;/p&gt;&lt;p&gt;&lt;b&gt;Example.&lt;/b&gt; qgis_process run pantau:planoverlay -- LANDCOVER=landcover.tif PLAN=rtrw.gpkg ADMIN=kecamatan.gpkg RULES=rules.csv OUTPUT=conformity.tif NONCONFORMITY=check.gpkg XLSX=conformity.xlsx REPORT=conformity.html&lt;/p&gt;&lt;p&gt;&lt;b&gt;Source.&lt;/b&gt; Permen ATR/BPN 9/2017 and 14/2021. Cross table and availability: Danendra et al. 2023 (Surabaya). Areas: Snyder 1987.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Menyatakan apakah lahan sesuai dengan rencana tata ruang (RTRW, RDTR), dalam hektare, per zona dan kecamatan atau desa, dan di mana tidak sesuai; serta berapa luas lahan peruntukan terbangun yang belum terbangun.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Cara.&lt;/b&gt; Tutupan lahan, berupa raster kelas atau poligon, ditumpangsusunkan dengan zona rencana dan wilayah administrasi, dan tabel aturan menyatakan untuk setiap kelas di setiap zona apakah sesuai. Sel raster dihitung di setiap zona menurut bagiannya yang persis tercakup zona itu; poligon dipotong menurut tepi satu sama lain; semua hektare dihitung pada elipsoid, dalam setiap sistem koordinat. Tingkat kesesuaian = sesuai / (semua lahan dengan kelas yang diatur suatu aturan), dan di sampingnya sesuai / (sesuai + tidak sesuai), sesuai dan tidak sesuai sebagaimana diminta Permen ATR/BPN 9/2017. Lahan tanpa aturan dan lahan tanpa data didaftar beserta luasnya dalam hektare dan tidak termasuk dalam keduanya. Lahan tersedia = zona peruntukan terbangun dikurangi lahan yang sudah terbangun di dalamnya dan lahan yang tidak dipetakan, dibagi menjadi lahan bervegetasi, terbuka, dan lainnya.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Pilihan.&lt;/b&gt; Berikan raster atau poligon tutupan lahan. Field yang dikosongkan dikenali (KODKWS, atau NAMOBJ; WADMKC, WADMKD, WADMKK, nama; class, kelas ...); jika tidak ada, dipakai field teks pertama dari rencana atau wilayah, dan log menyebutkan yang dipakai. Zona dianggap sama jika namanya sama, tanpa memperhatikan spasi dan huruf besar-kecil; poligon tanpa nama adalah satu zona, (tanpa nama). Aturan: CSV dengan kolom class, zone, status (kelas, zona, status), dipisahkan koma atau titik koma; kelas menurut kode atau nama dalam bahasa Indonesia atau Inggris, atau jenis lahan: forest (hutan), mangrove, plantation (perkebunan), crops (pertanian), shrub (semak), bare (terbuka), built (terbangun), mine (tambang), pond (tambak), wetland (rawa), water (air), vegetated (vegetasi); zona menurut kode atau nama; * untuk semua, dan baris yang lebih khusus didahulukan; # mengawali catatan. Status: conform (sesuai), nonconform (tidak sesuai), review (perlu kajian), not_realised (belum terwujud); kata lain adalah status buatan sendiri, yang disebutkan dalam log, sedangkan angka atau tanda hubung ditolak. &lt;b&gt;Tanpa tabel, dipakai contoh yang tidak resmi&lt;/b&gt;: lahan terbangun sesuai di zona peruntukan terbangun dan tidak sesuai di zona lain, lahan bervegetasi atau terbuka di zona peruntukan terbangun berstatus belum terwujud, dan untuk zona yang lazim (BA, HL, PS, HP, P-1 ..., menurut kode atau nama) berlaku rtrw_rules_example.csv dalam folder plugin, plugin/engine/area. Kelas atau zona yang tidak dikenali, dan zona yang memiliki beberapa nama, tidak mempunyai aturan di dalamnya. Tulis tabel yang dipakai dengan RULES_OUT, ubah statusnya, lalu berikan sebagai RULES. Kelas dan zona peruntukan terbangun dikenali dari nama dan kodenya; daftar yang dipisahkan koma menggantikannya. Ukuran piksel hanya untuk raster dari poligon tutupan lahan; kosong: 10 m, atau lebih untuk rencana yang luas. Luas minimum: untuk lokasi dalam NONCONFORMITY. Angka: cara penulisannya dalam laporan dan lembar kerja; auto mengikuti bahasa QGIS.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Keluaran.&lt;/b&gt; Raster kesesuaian: 1 sesuai, 2 tidak sesuai, 3 perlu kajian, 4 belum terwujud, 5 tanpa aturan, 6 dan seterusnya status buatan sendiri; 255 tanpa data; menurut zona pada pusat piksel. Poligon kesesuaian: hamparan lahan satu kelas dalam satu zona dan satu wilayah; untuk raster, menurut tepi piksel, jadi hektarenya adalah hektare piksel. Ketidaksesuaian: yang tidak sesuai, dengan rank (peringkat; 1 adalah yang terluas), lon dan lat dari satu titik di setiap lokasi, untuk pemeriksaan lapangan. Tabel: admin (wilayah), zone (zona), class (kode kelas), class_name (nama kelas), area_ha (luas), percent (dari zona di wilayah itu), status (conform, nonconform, review, not_realised, no_rule (tanpa aturan), no_data (tanpa data), outside: di luar raster, atau status buatan sendiri), zone_name (sebutan lain untuk lebih dari separuh zona itu). Ketersediaan lahan: admin, zone, planned_ha (direncanakan), built_ha (terbangun), available_ha (tersedia), vegetated_ha (bervegetasi), bare_ha (terbuka), percent_of_built (% yang tersedia dari yang terbangun), percent_of_planned (% yang tersedia dari yang direncanakan dan dipetakan), other_ha (tersedia, tetapi tidak bervegetasi dan tidak terbuka: air, tambak, tambang), nodata_ha (tidak dipetakan, jadi tidak termasuk terbangun maupun tersedia). Lahan tersedia: 1 bervegetasi, 2 terbuka, 3 terbangun, di zona peruntukan terbangun; 255 tanpa data. Angka: CONFORM_PERCENT (0 juga jika tidak ada lahan yang diatur suatu aturan, dan hal itu disebutkan dalam peringatan); CONFORM_HA, NONCONFORM_HA, REVIEW_HA, NOT_REALISED_HA, NO_RULE_HA; NO_DATA_HA (lahan rencana yang kelasnya tidak ditunjukkan peta, atau di luar peta); PLANNED_BUILT_HA, BUILT_HA, AVAILABLE_HA (direncanakan dikurangi yang terbangun dan yang tidak dipetakan; tidak bermakna jika tidak ada kelas yang dikenali sebagai terbangun) dari zona peruntukan terbangun; OVERLAP_HA (tumpang tindih zona, dihitung di setiap zona); NO_ADMIN_HA (lahan rencana di luar semua wilayah); UNPLANNED_HA (lahan wilayah administrasi di luar semua zona).&lt;/p&gt;&lt;p&gt;&lt;b&gt;Contoh.&lt;/b&gt; qgis_process run pantau:planoverlay -- LANDCOVER=landcover.tif PLAN=rtrw.gpkg ADMIN=kecamatan.gpkg RULES=rules.csv OUTPUT=conformity.tif NONCONFORMITY=check.gpkg XLSX=conformity.xlsx REPORT=conformity.html&lt;/p&gt;&lt;p&gt;&lt;b&gt;Sumber.&lt;/b&gt; Permen ATR/BPN 9/2017 dan 14/2021. Tabulasi silang dan ketersediaan lahan: Danendra dkk. 2023 (Surabaya). Luas: Snyder 1987.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;Shows where radar backscatter fell between two dates, as it does where fire takes the canopy, through clouds and smoke. For Sentinel-1 VH, best as the median of several dates before and after, without speckle (despeckle).&lt;/p&gt;&lt;p&gt;&lt;b&gt;How.&lt;/b&gt; Both rasters are read as power: decibels are converted first, since a ratio of decibels means nothing. The unit is told from the values of each raster, and the log says it. The raster after the fire is interpolated (bilinear) to the grid of the one before, where theirs differ. Pixels of no data or no power (0 or less) on one of the dates are no data. Mean and standard deviation are of the pixels inside the area of interest alone.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Indices.&lt;/b&gt; rbr: post / pre; 1 is no change, 0.5 half the power. rbd: post - pre, of power (linear) or of decibels (db): two different indices, and the layer&apos;s name says which. logrbr: 10 log10(post / pre), the same as rbd of decibels; as even to both sides as Otsu and Kittler-Illingworth want it. nrbr: (RBR of VH - RBR of VV) / (their sum): give VH as PRE and POST, VV as CROSS_PRE and CROSS_POST. All fall where land burned.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Choices.&lt;/b&gt; Band: of the rasters before and after; the other polarisation has its own, so that one file may hold both. Units: auto, linear (power) or db, of all rasters.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Outputs.&lt;/b&gt; Index: 32-bit decimals, red where backscatter fell, blue where it rose. Report: histogram with the lines of mean - 1 standard deviation, mean, and mean + 1, Otsu and Kittler-Illingworth; what each flags, in hectares and percent, and what it would flag without any fire. Numbers: MEAN, STD (of the population), COUNT (pixels), LOOKED_HA, EMPTY_HA (no data on one of the dates). UNITS_FOUND: of each raster.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Example.&lt;/b&gt; qgis_process run pantau:burnindex -- PRE=vh_2018.tif POST=vh_2019.tif INDEX=rbr AOI=district.gpkg OUTPUT=rbr.tif REPORT=rbr.html&lt;/p&gt;&lt;p&gt;&lt;b&gt;Source.&lt;/b&gt; RBR: Tanase, Kennedy and Aponte 2015. RBD, LogRBR: De Luca, Silva and Modica 2021. NRBR: Tarazona, Tanase and Mantas 2025. Mean and variance in one pass: Chan, Golub and LeVeque 1983. Areas: Snyder 1987.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Menunjukkan tempat hamburan balik radar turun di antara dua tanggal, seperti terjadi jika kebakaran menghilangkan tajuk, menembus awan dan asap. Untuk Sentinel-1 VH, sebaiknya berupa median dari beberapa tanggal sebelum dan sesudah, tanpa derau bercak (despeckle).&lt;/p&gt;&lt;p&gt;&lt;b&gt;Cara.&lt;/b&gt; Kedua raster dibaca sebagai daya: desibel diubah dahulu, karena rasio desibel tidak bermakna. Satuannya dikenali dari nilai setiap raster, dan disebutkan dalam log. Raster sesudah kebakaran diinterpolasi (bilinear) ke grid raster sebelum kebakaran, jika gridnya berbeda. Piksel tanpa data atau tanpa daya (0 atau kurang) pada salah satu tanggal menjadi tanpa data. Rata-rata dan simpangan baku hanya dihitung dari piksel di dalam area kajian.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Indeks.&lt;/b&gt; rbr: post / pre; 1 berarti tidak ada perubahan, 0,5 berarti setengah dayanya. rbd: post - pre, dari daya (linear) atau dari desibel (db): dua indeks yang berbeda, dan nama layer menyebutkan yang mana. logrbr: 10 log10(post / pre), sama dengan rbd dari desibel; simetris ke kedua sisi, seperti yang diperlukan Otsu dan Kittler-Illingworth. nrbr: (RBR dari VH - RBR dari VV) / (jumlah keduanya): berikan VH sebagai PRE dan POST, VV sebagai CROSS_PRE dan CROSS_POST. Semuanya turun di lahan yang terbakar.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Pilihan.&lt;/b&gt; Kanal: dari raster sebelum dan sesudah; polarisasi lain memiliki kanalnya sendiri sehingga satu berkas dapat memuat keduanya. Satuan: auto, linear (daya), atau db, untuk semua raster.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Keluaran.&lt;/b&gt; Indeks: bilangan desimal 32-bit, merah jika hamburan balik turun, biru jika naik. Laporan: histogram dengan garis rata-rata - 1 simpangan baku, rata-rata, dan rata-rata + 1, Otsu dan Kittler-Illingworth; yang ditandai masing-masing, dalam hektare dan persen, dan yang akan ditandainya tanpa kebakaran. Angka: MEAN (rata-rata), STD (simpangan baku populasi), COUNT (jumlah piksel), LOOKED_HA (luas yang diperiksa), EMPTY_HA (tanpa data pada salah satu tanggal). UNITS_FOUND: satuan setiap raster.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Contoh.&lt;/b&gt; qgis_process run pantau:burnindex -- PRE=vh_2018.tif POST=vh_2019.tif INDEX=rbr AOI=district.gpkg OUTPUT=rbr.tif REPORT=rbr.html&lt;/p&gt;&lt;p&gt;&lt;b&gt;Sumber.&lt;/b&gt; RBR: Tanase, Kennedy, dan Aponte 2015. RBD, LogRBR: De Luca, Silva, dan Modica 2021. NRBR: Tarazona, Tanase, dan Mantas 2025. Rata-rata dan ragam dalam satu lintasan: Chan, Golub, dan LeVeque 1983. Luas: Snyder 1987.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;Takes most of the speckle, the grain of every radar image, out of sigma nought or gamma nought, and leaves edges and bright points. For whoever compares radar images pixel by pixel, as for burned areas, or classifies them.&lt;/p&gt;&lt;p&gt;&lt;b&gt;How.&lt;/b&gt; Choose the image. Every band is filtered for itself, in linear power: an image in decibels is converted, filtered and converted back. Each pixel gets a value between its own and the mean of its window: nearer to the mean the more what varies in the window is speckle alone. No data stay no data and count in no window; at the image&apos;s edge windows hold fewer pixels. Power of 0 or less, as beyond the coast, is no data.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Choices.&lt;/b&gt; Filter: lee (linearised, as in Orfeo ToolBox and most others), kuan (the exact least mean square error), refined_lee (half windows along edges: sharper), lee_sigma (only pixels that may differ by speckle; bright points stay), gamma_map (the likeliest value, some 1 to 2 % low on the mean), boxcar (the mean: smoothest, and blurs). Window: odd; 7 is usual. Looks: how much speckle there is, 4.4 for Sentinel-1 IW GRD, more after averaging; left empty, it is estimated from the homogeneous parts of the image and printed; strong texture everywhere makes that too low. Units: auto (told from the values), linear, db. With an area of interest only the part around it is written.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Outputs.&lt;/b&gt; A raster of 32-bit decimals in the unit of the image, all bands with their names, no data NaN. LOOKS_USED (0 for boxcar, which needs none), UNITS_USED, EMPTY (values taken as no data), MPX_PER_S (megapixels a second).&lt;/p&gt;&lt;p&gt;&lt;b&gt;Example.&lt;/b&gt; qgis_process run pantau:despeckle -- INPUT=vh.tif FILTER=refined_lee SIZE=7 LOOKS=4.4 OUTPUT=vh_filtered.tif&lt;/p&gt;&lt;p&gt;&lt;b&gt;Source.&lt;/b&gt; Lee 1980 (IEEE TPAMI 2); Lee 1981 (Computer Graphics and Image Processing 17); Kuan et al. 1985 (IEEE TPAMI 7); Lopes et al. 1990 (IGARSS); Lee et al. 2009 (IEEE TGRS 47). Looks: Anfinsen et al. 2009 (IEEE TGRS 47).&lt;/p&gt;</source>
        <translation>&lt;p&gt;Menghapus sebagian besar derau bercak (speckle), butiran pada setiap citra radar, dari sigma nol atau gamma nol, dengan mempertahankan tepi dan titik terang. Ditujukan bagi siapa pun yang membandingkan citra radar piksel demi piksel, misalnya untuk area terbakar, atau mengklasifikasikannya.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Cara.&lt;/b&gt; Pilih citra. Setiap kanal difilter tersendiri, dalam daya linear: citra dalam desibel diubah, difilter, lalu diubah kembali. Setiap piksel mendapat nilai di antara nilainya sendiri dan rata-rata jendelanya: makin dekat ke rata-rata jika variasi di dalam jendela makin berupa speckle semata. Bagian tanpa data tetap tanpa data dan tidak dihitung di jendela mana pun; di tepi citra jendela memuat lebih sedikit piksel. Daya 0 atau kurang, seperti di luar garis pantai, adalah tanpa data.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Pilihan.&lt;/b&gt; Filter: lee (dilinearkan, seperti pada Orfeo ToolBox dan kebanyakan perangkat lunak lain), kuan (galat kuadrat rata-rata terkecil secara eksak), refined_lee (jendela setengah di sepanjang tepi: lebih tajam), lee_sigma (hanya piksel yang perbedaannya dapat disebabkan oleh speckle; titik terang dipertahankan), gamma_map (nilai yang paling mungkin, rata-ratanya sekitar 1 sampai 2% terlalu rendah), boxcar (rata-rata: paling halus, tetapi mengaburkan). Jendela: ganjil; 7 lazim dipakai. Looks: menyatakan banyaknya speckle, 4,4 untuk Sentinel-1 IW GRD, lebih besar setelah perataan; jika dikosongkan, diduga dari bagian citra yang homogen dan dicantumkan dalam log; tekstur kuat di mana-mana membuat dugaannya terlalu rendah. Satuan: auto (dikenali dari nilainya), linear, db. Dengan area kajian, hanya bagian di sekitarnya yang ditulis.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Keluaran.&lt;/b&gt; Raster bilangan desimal 32-bit dalam satuan citra, semua kanal dengan namanya, tanpa data NaN. LOOKS_USED (jumlah looks yang dipakai; 0 untuk boxcar, yang tidak memerlukannya), UNITS_USED (satuan), EMPTY (jumlah nilai yang dianggap tanpa data), MPX_PER_S (megapiksel per detik).&lt;/p&gt;&lt;p&gt;&lt;b&gt;Contoh.&lt;/b&gt; qgis_process run pantau:despeckle -- INPUT=vh.tif FILTER=refined_lee SIZE=7 LOOKS=4.4 OUTPUT=vh_filtered.tif&lt;/p&gt;&lt;p&gt;&lt;b&gt;Sumber.&lt;/b&gt; Lee 1980 (IEEE TPAMI 2); Lee 1981 (Computer Graphics and Image Processing 17); Kuan dkk. 1985 (IEEE TPAMI 7); Lopes dkk. 1990 (IGARSS); Lee dkk. 2009 (IEEE TGRS 47). Looks: Anfinsen dkk. 2009 (IEEE TGRS 47).&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;Takes speckle out of radar images of several dates of one place, each of which stays an image of its own date. For whoever follows a place through time: with ten dates it does as much as a filter of a small window, and blurs next to nothing.&lt;/p&gt;&lt;p&gt;&lt;b&gt;How.&lt;/b&gt; Choose the images, of one sensor, orbit and polarisation, and a new or empty folder. Each pixel of a date becomes the mean of its window on that date, times the mean over all dates of pixel / mean of the window. Dates without data at a pixel do not count there. Images come on the grid of the first; from one on another grid the nearest pixels are taken. Decibels are converted to power and back; power of 0 or less is no data.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Choices.&lt;/b&gt; Window: odd; the larger, the steadier, and the more a change of one date spreads. Looks: how much speckle there is in each date, the same in all; the filter does not need it, only the forecast in the log, and left empty it is estimated from the first image. Units of the images: auto (told from the values), linear, db. With an area of interest only the part around it is written.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Outputs.&lt;/b&gt; One raster for each image, under its name, in its unit: 32-bit decimals, no data NaN. DATES, LOOKS_USED (0: not known), LOOKS_AFTER (to be expected on homogeneous ground), RESAMPLED (images on another grid), EMPTY (values taken as no data), MPX_PER_S (megapixels a second, of all dates).&lt;/p&gt;&lt;p&gt;&lt;b&gt;Example.&lt;/b&gt; qgis_process run pantau:despecklestack -- INPUTS=vh_1.tif INPUTS=vh_2.tif INPUTS=vh_3.tif SIZE=7 FOLDER=filtered&lt;/p&gt;&lt;p&gt;&lt;b&gt;Source.&lt;/b&gt; Quegan and Yu 2001 (IEEE TGRS 39), for dates of equal looks.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Mengurangi derau bercak (speckle) pada citra radar dari beberapa tanggal di satu tempat; setiap citra tetap menjadi citra tanggalnya sendiri. Ditujukan bagi siapa pun yang mengikuti suatu tempat dari waktu ke waktu: dengan sepuluh tanggal hasilnya setara dengan filter berjendela kecil, dan hampir tidak mengaburkan.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Cara.&lt;/b&gt; Pilih citra dari satu sensor, orbit, dan polarisasi, serta folder baru atau kosong. Setiap piksel suatu tanggal menjadi rata-rata jendelanya pada tanggal itu, dikalikan rata-rata dari piksel / rata-rata jendela atas semua tanggal. Tanggal tanpa data pada suatu piksel tidak dihitung di sana. Citra disesuaikan dengan grid citra pertama; dari citra pada grid lain diambil piksel terdekat. Desibel diubah menjadi daya lalu dikembalikan; daya 0 atau kurang adalah tanpa data.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Pilihan.&lt;/b&gt; Jendela: ganjil; makin besar, makin stabil, tetapi makin menyebar pula perubahan pada satu tanggal. Looks: banyaknya speckle pada setiap tanggal, sama untuk semua; filter tidak memerlukannya, hanya prakiraan dalam log, dan jika dikosongkan diduga dari citra pertama. Satuan citra: auto (dikenali dari nilainya), linear, db. Dengan area kajian, hanya bagian di sekitarnya yang ditulis.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Keluaran.&lt;/b&gt; Satu raster untuk setiap citra, dengan nama dan satuannya: bilangan desimal 32-bit, tanpa data NaN. DATES (jumlah citra), LOOKS_USED (jumlah looks yang dipakai; 0: tidak diketahui), LOOKS_AFTER (jumlah looks yang diharapkan pada lahan homogen), RESAMPLED (jumlah citra pada grid lain), EMPTY (jumlah nilai yang dianggap tanpa data), MPX_PER_S (megapiksel per detik, untuk semua tanggal).&lt;/p&gt;&lt;p&gt;&lt;b&gt;Contoh.&lt;/b&gt; qgis_process run pantau:despecklestack -- INPUTS=vh_1.tif INPUTS=vh_2.tif INPUTS=vh_3.tif SIZE=7 FOLDER=filtered&lt;/p&gt;&lt;p&gt;&lt;b&gt;Sumber.&lt;/b&gt; Quegan dan Yu 2001 (IEEE TGRS 39), untuk tanggal dengan looks yang sama.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;Takes the speckle out of a classified map: lone pixels, and patches too small to be mapped. For any raster of class codes; its legend, colours, no data and type stay.&lt;/p&gt;&lt;p&gt;&lt;b&gt;How.&lt;/b&gt; majority: each pixel takes the class that most pixels of the window around it have. If classes have equally many, the pixel keeps its own if that is one of them, and else takes the lowest code. sieve: each patch (pixels of a class that touch by their edges) below the minimum area goes to the class with the longest border on it; the patch of fewest pixels goes first, and joins what it touches, until none is left. A patch that has no neighbour, only no data, stays. No data has no vote, and stays no data.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Choices.&lt;/b&gt; Window: side in pixels, odd, for majority. Minimum area: hectares on the ellipsoid, also for rasters in degrees; with majority, 0 means no sieve, and more sieves what the majority has left.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Outputs.&lt;/b&gt; The cleaned map. Numbers: CHANGED_HA and CHANGED_PERCENT (of all that has a class); SMALL, the patches below the minimum before the sieve; LEFT and LEFT_HA, those that stayed.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Example.&lt;/b&gt; qgis_process run pantau:cleanclasses -- INPUT=landcover.tif METHOD=sieve MIN_AREA_HA=0.5 OUTPUT=clean.tif&lt;/p&gt;&lt;p&gt;&lt;b&gt;Source.&lt;/b&gt; Majority filter: Lillesand and Kiefer 1994. Areas: Snyder 1987.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Membersihkan bintik-bintik pada peta hasil klasifikasi: piksel tunggal, dan kelompok piksel yang terlalu kecil untuk dipetakan. Untuk raster kode kelas apa pun; legenda, warna, bagian tanpa data, dan tipe datanya tetap.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Cara.&lt;/b&gt; majority (mayoritas): setiap piksel mengambil kelas yang dimiliki paling banyak piksel dalam jendela di sekelilingnya. Jika beberapa kelas sama banyak, piksel mempertahankan kelasnya sendiri jika termasuk di antaranya, jika tidak kode terendah yang diambil. sieve (saringan): setiap kelompok (piksel sekelas yang bersentuhan di tepinya) di bawah luas minimum masuk ke kelas yang berbatasan paling panjang dengannya; kelompok dengan piksel paling sedikit didahulukan dan bergabung dengan yang disentuhnya, sampai tidak ada lagi yang tersisa. Kelompok yang tidak bertetangga selain dengan bagian tanpa data tetap ada. Piksel tanpa data tidak ikut menentukan, dan tetap tanpa data.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Pilihan.&lt;/b&gt; Jendela: sisi dalam piksel, ganjil, untuk majority. Luas minimum: hektare pada elipsoid, juga untuk raster dalam derajat; pada majority, 0 berarti tanpa sieve, dan nilai yang lebih besar menyaring hasil filter mayoritas.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Keluaran.&lt;/b&gt; Peta hasil pembersihan. Angka: CHANGED_HA dan CHANGED_PERCENT (dari semua yang memiliki kelas); SMALL, kelompok di bawah luas minimum sebelum sieve; LEFT dan LEFT_HA, yang tersisa.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Contoh.&lt;/b&gt; qgis_process run pantau:cleanclasses -- INPUT=landcover.tif METHOD=sieve MIN_AREA_HA=0.5 OUTPUT=clean.tif&lt;/p&gt;&lt;p&gt;&lt;b&gt;Sumber.&lt;/b&gt; Filter mayoritas: Lillesand dan Kiefer 1994. Luas: Snyder 1987.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;Turns a burn index into a map of burned area with its hectares. For the rasters of &apos;Compute a radar burn index&apos;, and for any other index that burning lowers or raises.&lt;/p&gt;&lt;p&gt;&lt;b&gt;How.&lt;/b&gt; Mean, standard deviation and histogram are of the pixels that are looked at: those with data, inside the area of interest, where there is fuel. The threshold follows from them, and burned is what lies below it, or above. Patches below the minimum area, of pixels that touch by edges or corners, become not burned.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Methods.&lt;/b&gt; mu_minus_sigma, mu, mu_plus_sigma: mean less one standard deviation, mean, mean and one. k_sigma: K standard deviations to the burned side of the mean. otsu: the two groups whose means lie farthest apart. kittler: the two Gaussians that fit best; where the histogram has one peak only, there is none, and the run says so. value: VALUE. Otsu and Kittler-Illingworth look at the histogram without the lowest and highest 0.1 %, and for a ratio (RBR, or an index without a value of 0 or less) at that of its logarithm.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Without any fire.&lt;/b&gt; Mean and standard deviation always find &apos;fire&apos;: 15.9 % of a Gaussian lie below mu - sigma. So the flagged share is printed beside two others: what a Gaussian would have there, and what this index would have there if nothing had burned. The second mirrors the side on which nothing burns at the histogram&apos;s peak, and holds while most of the land did not burn. A share that is hardly higher shows no fire.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Choices.&lt;/b&gt; Burned: below, as for RBR, RBD, LogRBR, NRBR, or above. Fuel mask: a class raster on any grid; where it is 0 or has no data nothing can burn, and nothing is looked at. Minimum area: hectares on the ellipsoid.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Outputs.&lt;/b&gt; Burned area: 1 burned, 0 not burned, 255 not looked at, with the legend inside. Numbers: THRESHOLD; AREA_HA and PERCENT (of LOOKED_HA); FLAGGED_PERCENT, before small patches were left out; NO_FIRE_PERCENT and GAUSS_PERCENT, what it would be without any fire; MEAN, STD, COUNT. Report: the same with the histogram.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Example.&lt;/b&gt; qgis_process run pantau:burnthreshold -- INPUT=rbr.tif METHOD=kittler MIN_AREA_HA=1 AOI=district.gpkg OUTPUT=burned.tif REPORT=burned.html&lt;/p&gt;&lt;p&gt;&lt;b&gt;Source.&lt;/b&gt; Otsu 1979; Kittler and Illingworth 1986; of the logarithm of ratios: Bazi, Bruzzone and Melgani 2005. Areas: Snyder 1987.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Mengubah indeks kebakaran menjadi peta area terbakar beserta hektarenya. Untuk raster dari &apos;Hitung indeks kebakaran radar&apos;, dan untuk indeks lain yang turun atau naik karena kebakaran.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Cara.&lt;/b&gt; Rata-rata, simpangan baku, dan histogram dihitung dari piksel yang diperiksa: yang memuat data, di dalam area kajian, dan berbahan bakar. Ambang ditentukan dari nilai itu, dan yang terbakar adalah yang terletak di bawahnya, atau di atasnya. Hamparan di bawah luas minimum, yaitu piksel yang bersentuhan di sisi atau sudutnya, menjadi tidak terbakar.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Metode.&lt;/b&gt; mu_minus_sigma, mu, mu_plus_sigma: rata-rata dikurangi satu simpangan baku, rata-rata, rata-rata ditambah satu simpangan baku. k_sigma: K simpangan baku dari rata-rata ke arah sisi terbakar. otsu: dua kelompok yang rata-ratanya paling berjauhan. kittler: dua sebaran Gauss yang paling sesuai; jika histogram hanya berpuncak satu, ambangnya tidak ada, dan hal itu dilaporkan. value: VALUE. Otsu dan Kittler-Illingworth memakai histogram tanpa 0,1% nilai terendah dan tertinggi, dan untuk rasio (RBR, atau indeks tanpa nilai 0 atau kurang) histogram logaritmanya.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Tanpa kebakaran.&lt;/b&gt; Rata-rata dan simpangan baku selalu menemukan &apos;kebakaran&apos;: 15,9% dari sebaran Gauss terletak di bawah mu - sigma. Karena itu bagian yang ditandai dicantumkan di samping dua bagian lain: yang akan terletak di sana pada sebaran Gauss, dan yang akan terletak di sana pada indeks ini seandainya tidak ada yang terbakar. Bagian kedua diperoleh dengan mencerminkan sisi yang tidak terbakar pada puncak histogram, dan berlaku selama sebagian besar lahan tidak terbakar. Bagian yang hampir tidak lebih tinggi tidak menunjukkan kebakaran.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Pilihan.&lt;/b&gt; Terbakar: below (di bawah), seperti untuk RBR, RBD, LogRBR, NRBR, atau above (di atas). Mask bahan bakar (lahan yang dapat terbakar): raster kelas pada grid apa pun; bagian yang bernilai 0 atau tanpa data tidak dapat terbakar dan tidak diperiksa. Luas minimum: hektare pada elipsoid.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Keluaran.&lt;/b&gt; Area terbakar: 1 terbakar, 0 tidak terbakar, 255 tidak diperiksa, dengan legenda di dalamnya. Angka: THRESHOLD (ambang); AREA_HA dan PERCENT (luas terbakar dan persennya dari LOOKED_HA, luas yang diperiksa); FLAGGED_PERCENT, yang ditandai sebelum hamparan kecil dikeluarkan; NO_FIRE_PERCENT dan GAUSS_PERCENT, yang akan ditandai tanpa kebakaran; MEAN (rata-rata), STD (simpangan baku), COUNT (jumlah piksel). Laporan: hal yang sama beserta histogramnya.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Contoh.&lt;/b&gt; qgis_process run pantau:burnthreshold -- INPUT=rbr.tif METHOD=kittler MIN_AREA_HA=1 AOI=district.gpkg OUTPUT=burned.tif REPORT=burned.html&lt;/p&gt;&lt;p&gt;&lt;b&gt;Sumber.&lt;/b&gt; Otsu 1979; Kittler dan Illingworth 1986; dari logaritma rasio: Bazi, Bruzzone, dan Melgani 2005. Luas: Snyder 1987.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>A STRIDE of {stride} makes {count} patches, and {most} are the most: give a greater one.</source>
        <translation>STRIDE {stride} menghasilkan {count} potongan, sedangkan batasnya {most}: berikan nilai yang lebih besar.</translation>
    </message>
    <message>
        <source>A class raster, or polygons with a field of classes</source>
        <translation>Raster kelas, atau poligon dengan field kelas</translation>
    </message>
    <message>
        <source>A compressed tar must be read from its start again and again: unpack it, or turn it into a plain .tar, for more speed.</source>
        <translation>Berkas tar yang dikompresi harus dibaca berulang kali dari awal: ekstrak, atau ubah menjadi .tar biasa, agar lebih cepat.</translation>
    </message>
    <message>
        <source>A layer of the map has left the project while the PDF was made: export it again.</source>
        <translation>Salah satu layer peta dihapus dari proyek ketika PDF sedang dibuat: ekspor lagi.</translation>
    </message>
    <message>
        <source>A map on which nothing burns has an overall accuracy of {empty} % against these points, and no model has more ({best} %): overall accuracy does not show that any of them finds fire. Look at kappa, producer&apos;s and user&apos;s accuracy.</source>
        <translation>Peta yang menyatakan tidak ada yang terbakar memiliki akurasi keseluruhan {empty}% terhadap titik ini, dan tidak ada model yang melebihinya ({best}%): akurasi keseluruhan tidak menunjukkan bahwa ada model yang menemukan kebakaran. Perhatikan kappa, akurasi pembuat, dan akurasi pengguna.</translation>
    </message>
    <message>
        <source>A mask of an earlier run is taken as it is.</source>
        <translation>Mask kelas dari proses sebelumnya dipakai apa adanya.</translation>
    </message>
    <message>
        <source>A model that flags more holds more hotspots by chance alone: what tells is by how much the share of hotspots inside exceeds the share burned. A hotspot&apos;s place is uncertain by several hundred metres.</source>
        <translation>Model yang menandai lebih luas memuat lebih banyak titik panas (hotspot) secara kebetulan: yang bermakna adalah seberapa jauh persentase titik panas di dalamnya melebihi persentase yang terbakar. Letak titik panas tidak pasti hingga beberapa ratus meter.</translation>
    </message>
    <message>
        <source>A pixel is in a zone where its centre is. Zones that overlap each count it.</source>
        <translation>Suatu piksel termasuk zona tempat pusatnya berada. Jika zona bertumpang tindih, piksel itu dihitung di setiap zona.</translation>
    </message>
    <message>
        <source>A raster of class codes; its legend names and colours the classes</source>
        <translation>Raster kode kelas; nama dan warna kelas diambil dari legendanya</translation>
    </message>
    <message>
        <source>A salt centre needs 200 ha in one piece.</source>
        <translation>Sentra garam memerlukan 200 ha dalam satu hamparan.</translation>
    </message>
    <message>
        <source>A scene cannot be brought to the coordinate system of the first: check its coordinate system.</source>
        <translation>Salah satu citra tidak dapat diubah ke sistem koordinat citra pertama: periksa sistem koordinatnya.</translation>
    </message>
    <message>
        <source>A status of your own</source>
        <translation>Status buatan sendiri</translation>
    </message>
    <message>
        <source>A status of your own...</source>
        <translation>Status buatan sendiri...</translation>
    </message>
    <message>
        <source>A&amp;bove:</source>
        <translation>La&amp;yer atas:</translation>
    </message>
    <message>
        <source>A&amp;vailable</source>
        <translation>&amp;Tersedia</translation>
    </message>
    <message>
        <source>AOI was given and is empty</source>
        <translation>AOI dahulu diberikan dan kini kosong</translation>
    </message>
    <message>
        <source>Acceptable from this kappa on (0 to 1)</source>
        <translation>Diterima mulai dari kappa ini (0 sampai 1)</translation>
    </message>
    <message>
        <source>Acceptable from this overall accuracy on (0 to 1)</source>
        <translation>Diterima mulai dari akurasi keseluruhan ini (0 sampai 1)</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>Akurasi</translation>
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
        <source>Accuracy against the points</source>
        <translation>Akurasi terhadap titik</translation>
    </message>
    <message>
        <source>Accuracy of all classes (0 to 1)</source>
        <translation>Akurasi semua kelas (0 sampai 1)</translation>
    </message>
    <message>
        <source>Accuracy of each class</source>
        <translation>Akurasi setiap kelas</translation>
    </message>
    <message>
        <source>Accuracy of each class, area-weighted</source>
        <translation>Akurasi setiap kelas, berbobot luas</translation>
    </message>
    <message>
        <source>Accuracy of each class, samples as counted</source>
        <translation>Akurasi setiap kelas, menurut cacah sampel</translation>
    </message>
    <message>
        <source>Accuracy of each zone, area-weighted</source>
        <translation>Akurasi setiap zona, berbobot luas</translation>
    </message>
    <message>
        <source>Accuracy of each zone, samples as counted</source>
        <translation>Akurasi setiap zona, menurut cacah sampel</translation>
    </message>
    <message>
        <source>Accuracy of {name}</source>
        <translation>Akurasi {name}</translation>
    </message>
    <message>
        <source>Across its border (ha)</source>
        <translation>Melintasi batas izin (ha)</translation>
    </message>
    <message>
        <source>Adjusted (ha)</source>
        <translation>Terkoreksi (ha)</translation>
    </message>
    <message>
        <source>Adjusted area</source>
        <translation>Luas terkoreksi</translation>
    </message>
    <message>
        <source>Adjusted area (ha)</source>
        <translation>Luas terkoreksi (ha)</translation>
    </message>
    <message>
        <source>Adjusted areas</source>
        <translation>Luas terkoreksi</translation>
    </message>
    <message>
        <source>Administrative units</source>
        <translation>Wilayah administrasi</translation>
    </message>
    <message>
        <source>Administrative units, such as kecamatan or desa; they may be left out</source>
        <translation>Wilayah administrasi, misalnya kecamatan atau desa; boleh dikosongkan</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Akhir</translation>
    </message>
    <message>
        <source>After (ha)</source>
        <translation>Akhir (ha)</translation>
    </message>
    <message>
        <source>After the fire</source>
        <translation>Sesudah kebakaran</translation>
    </message>
    <message>
        <source>After, other polarisation</source>
        <translation>Sesudah, polarisasi lain</translation>
    </message>
    <message>
        <source>Against the official figure, {official} ha</source>
        <translation>Dibandingkan dengan angka resmi, {official} ha</translation>
    </message>
    <message>
        <source>Agreement (%)</source>
        <translation>Kesesuaian (%)</translation>
    </message>
    <message>
        <source>Agreement beyond chance: 0 none, 1 full.</source>
        <translation>Kesesuaian di atas kebetulan: 0 tidak ada, 1 penuh.</translation>
    </message>
    <message>
        <source>Agreement beyond what chance would give; 1 is full agreement.</source>
        <translation>Kesesuaian di atas yang dapat terjadi secara kebetulan; 1 berarti sepenuhnya sesuai.</translation>
    </message>
    <message>
        <source>Agreement beyond what chance would give; hat: estimated from a sample. Bands of Landis and Koch: below 0 poor, up to 0.2 slight, 0.4 fair, 0.6 moderate, 0.8 substantial, above almost perfect. In three steps: below 0.4 poor, up to 0.8 moderate, above trustworthy. Kappa adds little to overall accuracy and depends on how common the classes are; quote it where a rule asks for it.</source>
        <translation>Kesesuaian di atas yang dapat terjadi secara kebetulan; duga (hat): diduga dari sampel. Jenjang Landis dan Koch: di bawah 0 buruk, sampai 0,2 rendah, 0,4 cukup, 0,6 sedang, 0,8 baik, di atasnya amat baik. Dalam tiga tingkat: di bawah 0,4 buruk, sampai 0,8 sedang, di atasnya dapat dipercaya. Kappa tidak banyak menambah keterangan pada akurasi keseluruhan dan bergantung pada seberapa umum setiap kelas; kutip kappa jika suatu aturan memintanya.</translation>
    </message>
    <message>
        <source>Agreement beyond what the shares of burned and not burned give by chance (Cohen 1960): 0 for a map on which nothing burned.</source>
        <translation>Kesesuaian di atas yang dapat terjadi secara kebetulan menurut bagian terbakar dan tidak terbakar (Cohen 1960): 0 untuk peta yang menyatakan tidak ada yang terbakar.</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>Peringatan</translation>
    </message>
    <message>
        <source>Alerts and hectares are what the model saw: look at them on the image before they are signed. The shipped model was trained in Brazil and never saw a mine in Indonesia.</source>
        <translation>Peringatan dan luas adalah hasil pembacaan model: periksa di atas citra sebelum ditandatangani. Model bawaan dilatih di Brasil dan belum pernah melihat tambang di Indonesia.</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Semua</translation>
    </message>
    <message>
        <source>All (ha)</source>
        <translation>Semua (ha)</translation>
    </message>
    <message>
        <source>All accuracies, area-weighted (%)</source>
        <translation>Semua akurasi, berbobot luas (%)</translation>
    </message>
    <message>
        <source>All accuracies, samples as counted (%)</source>
        <translation>Semua akurasi, menurut cacah sampel (%)</translation>
    </message>
    <message>
        <source>All changes</source>
        <translation>Semua perubahan</translation>
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
        <source>All features of {layer} lie outside {raster}: choose samples on the raster, and check the CRS of both.</source>
        <translation>Semua fitur {layer} terletak di luar {raster}: pilih sampel di atas raster, dan periksa sistem koordinat keduanya.</translation>
    </message>
    <message>
        <source>All figures as JSON</source>
        <translation>Semua angka sebagai JSON</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Semua berkas</translation>
    </message>
    <message>
        <source>All labelled features of {points} contradict another at the same place: check their labels.</source>
        <translation>Semua fitur berlabel pada {points} bertentangan dengan fitur lain di tempat yang sama: periksa labelnya.</translation>
    </message>
    <message>
        <source>All labelled features of {points} lie outside {map}: check that the layer and its CRS are the right ones.</source>
        <translation>Semua fitur berlabel dari {points} terletak di luar {map}: pastikan layer dan sistem koordinatnya benar.</translation>
    </message>
    <message>
        <source>All labelled features of {points} on {map} lie outside the area of interest: choose another area.</source>
        <translation>Semua fitur berlabel dari {points} pada {map} terletak di luar area kajian: pilih area lain.</translation>
    </message>
    <message>
        <source>All left out</source>
        <translation>Semua yang tidak dipakai</translation>
    </message>
    <message>
        <source>All lines of the table add up to {total} ha, the ground of both plans together is {ground} ha: {twice} ha count more than once, where zones or units overlap.</source>
        <translation>Jumlah semua baris tabel adalah {total} ha, sedangkan luas lahan kedua rencana bersama-sama {ground} ha: {twice} ha dihitung lebih dari satu kali, di tempat zona atau wilayah bertumpang tindih.</translation>
    </message>
    <message>
        <source>All of the area lies in permits; a part of it does; none of it does. A permit says where mining is allowed, and not that all mining in it is: term, commodity and stage are not checked.</source>
        <translation>Lokasi terletak seluruhnya di dalam izin; sebagian di dalam izin; seluruhnya di luar izin. Izin menyatakan di mana penambangan diperbolehkan, bukan bahwa semua penambangan di dalamnya diperbolehkan: masa berlaku, komoditas, dan tahap kegiatan tidak diperiksa.</translation>
    </message>
    <message>
        <source>All patches (ha)</source>
        <translation>Semua hamparan (ha)</translation>
    </message>
    <message>
        <source>All pixels have the value {value:g}, so there are no two classes to tell apart: check the index.</source>
        <translation>Semua piksel bernilai {value:g} sehingga tidak ada dua kelas yang dapat dibedakan: periksa indeksnya.</translation>
    </message>
    <message>
        <source>All points burned (used: {count}): the overall accuracy is then the producer&apos;s accuracy alone, and a map on which everything burns scores 100 %. Add points of unburned places.</source>
        <translation>Semua titik terbakar (dipakai: {count}): akurasi keseluruhan menjadi sama dengan akurasi pembuat, dan peta yang menyatakan semuanya terbakar memperoleh 100%. Tambahkan titik di tempat tidak terbakar.</translation>
    </message>
    <message>
        <source>All samples of one group, so that none is left to learn from when it is held out, and all count as errors in the cross-validation: {names}.</source>
        <translation>Semua sampelnya berasal dari satu kelompok sehingga tidak ada yang tersisa untuk dipelajari ketika kelompok itu disisihkan, dan semuanya dihitung sebagai galat dalam validasi silang: {names}.</translation>
    </message>
    <message>
        <source>All samples on {raster} are of one class, {name}, and a forest parts two at least: add samples of another.</source>
        <translation>Semua sampel di atas {raster} berasal dari satu kelas, {name}, sedangkan random forest memisahkan sedikitnya dua kelas: tambahkan sampel kelas lain.</translation>
    </message>
    <message>
        <source>All strata</source>
        <translation>Semua strata</translation>
    </message>
    <message>
        <source>All together</source>
        <translation>Seluruhnya</translation>
    </message>
    <message>
        <source>All units</source>
        <translation>Semua wilayah</translation>
    </message>
    <message>
        <source>All zones</source>
        <translation>Semua zona</translation>
    </message>
    <message>
        <source>All zones and units, whatever is filtered here</source>
        <translation>Semua zona dan wilayah, apa pun penyaringannya di sini</translation>
    </message>
    <message>
        <source>All zones together by class, or each zone by class</source>
        <translation>Semua zona bersama-sama menurut kelas, atau setiap zona menurut kelas</translation>
    </message>
    <message>
        <source>Allocation disagreement (%)</source>
        <translation>Ketidaksesuaian alokasi (%)</translation>
    </message>
    <message>
        <source>Allocation of each unit in the old and the new plan</source>
        <translation>Alokasi ruang setiap wilayah dalam rencana lama dan rencana baru</translation>
    </message>
    <message>
        <source>Annex: the rules that were used</source>
        <translation>Lampiran: aturan yang dipakai</translation>
    </message>
    <message>
        <source>Annex: the usual interval of the figures marked *</source>
        <translation>Lampiran: selang biasa untuk angka yang bertanda *</translation>
    </message>
    <message>
        <source>Another sample at the same place says the same and is counted.</source>
        <translation>Sampel lain di tempat yang sama berlabel sama, dan sampel itu yang dihitung.</translation>
    </message>
    <message>
        <source>Area (ha)</source>
        <translation>Luas (ha)</translation>
    </message>
    <message>
        <source>Area ({unit})</source>
        <translation>Luas ({unit})</translation>
    </message>
    <message>
        <source>Area and plan</source>
        <translation>Luas dan rencana tata ruang</translation>
    </message>
    <message>
        <source>Area by class and zone</source>
        <translation>Luas menurut kelas dan zona</translation>
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
        <source>Area of interest, or all that was looked at (ha)</source>
        <translation>Area kajian, atau seluruh bagian yang diperiksa (ha)</translation>
    </message>
    <message>
        <source>Area table</source>
        <translation>Tabel luas</translation>
    </message>
    <message>
        <source>Area table as a spreadsheet</source>
        <translation>Lembar kerja tabel luas</translation>
    </message>
    <message>
        <source>Area table: {layer}</source>
        <translation>Tabel luas: {layer}</translation>
    </message>
    <message>
        <source>Area within the map extent</source>
        <translation>Luas di dalam cakupan peta</translation>
    </message>
    <message>
        <source>Area-weighted</source>
        <translation>Berbobot luas</translation>
    </message>
    <message>
        <source>Area-weighted (headline)</source>
        <translation>Berbobot luas (angka utama)</translation>
    </message>
    <message>
        <source>Area-weighted error matrix</source>
        <translation>Matriks kesalahan berbobot luas</translation>
    </message>
    <message>
        <source>Areas</source>
        <translation>Jumlah lokasi</translation>
    </message>
    <message>
        <source>Areas adjusted for the errors of the map, with their {confidence} % interval</source>
        <translation>Luas yang dikoreksi terhadap kesalahan peta, dengan selang kepercayaan {confidence}%</translation>
    </message>
    <message>
        <source>Areas to look at</source>
        <translation>Lokasi yang perlu diperiksa</translation>
    </message>
    <message>
        <source>As counted</source>
        <translation>Menurut cacah sampel</translation>
    </message>
    <message>
        <source>As in the Cirebon study: below 0.4, up to 0.8, above.</source>
        <translation>Seperti pada kajian Cirebon: di bawah 0,4, sampai 0,8, di atasnya.</translation>
    </message>
    <message>
        <source>As shown: the zones and units that are filtered here</source>
        <translation>Seperti yang ditampilkan: hanya zona dan wilayah hasil penyaringan di sini</translation>
    </message>
    <message>
        <source>Asked for by Permen ATR/BPN 9/2017, as land that conforms (sesuai) and land that does not (tidak sesuai).</source>
        <translation>Diminta oleh Permen ATR/BPN 9/2017, berupa lahan yang sesuai dan lahan yang tidak sesuai.</translation>
    </message>
    <message>
        <source>Assess accuracy</source>
        <translation>Uji akurasi</translation>
    </message>
    <message>
        <source>Assess the accuracy of a map</source>
        <translation>Uji akurasi peta</translation>
    </message>
    <message>
        <source>At least so many points in each stratum</source>
        <translation>Jumlah titik minimum di setiap stratum</translation>
    </message>
    <message>
        <source>Availability</source>
        <translation>Ketersediaan lahan</translation>
    </message>
    <message>
        <source>Available</source>
        <translation>Tersedia</translation>
    </message>
    <message>
        <source>Available for building (ha)</source>
        <translation>Tersedia untuk dibangun (ha)</translation>
    </message>
    <message>
        <source>Available land (raster)</source>
        <translation>Lahan tersedia (raster)</translation>
    </message>
    <message>
        <source>Available, bare</source>
        <translation>Tersedia, terbuka</translation>
    </message>
    <message>
        <source>Available, other</source>
        <translation>Tersedia, lainnya</translation>
    </message>
    <message>
        <source>Available, vegetated</source>
        <translation>Tersedia, bervegetasi</translation>
    </message>
    <message>
        <source>Available: {area} ha</source>
        <translation>Tersedia: {area} ha</translation>
    </message>
    <message>
        <source>B&amp;link</source>
        <translation>Ke&amp;dip</translation>
    </message>
    <message>
        <source>BANDS names {band} twice: name each band once.</source>
        <translation>BANDS menyebut {band} dua kali: sebutkan setiap kanal satu kali saja.</translation>
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
        <source>BUFFER is {value:g} px: give a number from 0 to 500.</source>
        <translation>BUFFER bernilai {value:g} px: berikan angka dari 0 sampai 500.</translation>
    </message>
    <message>
        <source>BURNED_FIELD {field} holds {label}: give 1 for burned and 0 for not burned (or ya and tidak).</source>
        <translation>BURNED_FIELD {field} memuat {label}: berikan 1 untuk terbakar dan 0 untuk tidak terbakar (atau ya dan tidak).</translation>
    </message>
    <message>
        <source>Backscatter</source>
        <translation>Hamburan balik</translation>
    </message>
    <message>
        <source>Backscatter after the fire</source>
        <translation>Hamburan balik sesudah kebakaran</translation>
    </message>
    <message>
        <source>Backscatter before the fire</source>
        <translation>Hamburan balik sebelum kebakaran</translation>
    </message>
    <message>
        <source>Band</source>
        <translation>Kanal</translation>
    </message>
    <message>
        <source>Band {band} is in {one} and in {other}: prepare one scene at a time.</source>
        <translation>Kanal {band} terdapat dalam {one} dan dalam {other}: siapkan citra satu per satu.</translation>
    </message>
    <message>
        <source>Band {number}</source>
        <translation>Kanal {number}</translation>
    </message>
    <message>
        <source>Band {number} does not exist in {name}, which has the bands {bands}: choose among these.</source>
        <translation>Kanal {number} tidak ada dalam {name}, yang memiliki kanal {bands}: pilih salah satu di antaranya.</translation>
    </message>
    <message>
        <source>Bands a split</source>
        <translation>Kanal per percabangan</translation>
    </message>
    <message>
        <source>Bands a split (empty: root of their number)</source>
        <translation>Kanal per percabangan (kosong: akar dari jumlah kanal)</translation>
    </message>
    <message>
        <source>Bands are taken by their position, since those of the model have no names: check that the order is {bands}.</source>
        <translation>Kanal diambil menurut urutannya, karena kanal model tidak bernama: pastikan urutannya {bands}.</translation>
    </message>
    <message>
        <source>Bands are taken by their position, since those of the raster have no names: check that the order is {bands}.</source>
        <translation>Kanal diambil menurut urutannya, karena kanal raster tidak bernama: pastikan urutannya {bands}.</translation>
    </message>
    <message>
        <source>Bands taken by position, since not all rasters have a name for each: 1 to {count}.</source>
        <translation>Kanal diambil menurut urutannya, karena tidak semua raster memiliki nama untuk setiap kanal: 1 sampai {count}.</translation>
    </message>
    <message>
        <source>Bands taken by what they see, since their names differ: {pairs}.</source>
        <translation>Nama kanal berbeda sehingga kanal diambil menurut panjang gelombang atau nama umumnya: {pairs}.</translation>
    </message>
    <message>
        <source>Bands used</source>
        <translation>Kanal yang dipakai</translation>
    </message>
    <message>
        <source>Bands {bands}: reflectance = number x {gain:g} {sign} {bias:g}{how}.</source>
        <translation>Kanal {bands}: reflektansi = nilai x {gain:g} {sign} {bias:g}{how}.</translation>
    </message>
    <message>
        <source>Bands, found by name: {bands}.</source>
        <translation>Kanal, dikenali dari namanya: {bands}.</translation>
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
        <source>Bands, with commas (empty: the usual ones)</source>
        <translation>Kanal, dipisahkan koma (kosong: yang lazim)</translation>
    </message>
    <message>
        <source>Bare</source>
        <translation>Terbuka</translation>
    </message>
    <message>
        <source>Bare classes</source>
        <translation>Kelas lahan terbuka</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Awal</translation>
    </message>
    <message>
        <source>Before (ha)</source>
        <translation>Awal (ha)</translation>
    </message>
    <message>
        <source>Before the fire</source>
        <translation>Sebelum kebakaran</translation>
    </message>
    <message>
        <source>Before, other polarisation</source>
        <translation>Sebelum, polarisasi lain</translation>
    </message>
    <message>
        <source>Below the mean less one standard deviation, {value}, the {title} of {post} against {pre} flags {area} ha: {percent} % of {looked} ha.</source>
        <translation>Di bawah rata-rata dikurangi satu simpangan baku, {value}, {title} dari {post} terhadap {pre} menandai {area} ha: {percent}% dari {looked} ha.</translation>
    </message>
    <message>
        <source>Below the threshold (%)</source>
        <translation>Di bawah ambang (%)</translation>
    </message>
    <message>
        <source>Below {method} ({threshold}): {percent} %, {area} ha. Without any fire: {none} % by this index&apos;s own spread.</source>
        <translation>Di bawah {method} ({threshold}): {percent}%, {area} ha. Tanpa kebakaran: {none}% menurut sebaran indeks ini sendiri.</translation>
    </message>
    <message>
        <source>Best model</source>
        <translation>Model terbaik</translation>
    </message>
    <message>
        <source>Best: {model}, since {because}.</source>
        <translation>Terbaik: {model}, karena {because}.</translation>
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
        <source>Between {before} and {after}, {changed} ha of {total} ha changed class ({percent} %).</source>
        <translation>Antara {before} dan {after}, {changed} ha dari {total} ha berubah kelas ({percent}%).</translation>
    </message>
    <message>
        <source>Beyond it without any fire, by a Gaussian (%)</source>
        <translation>Melampaui ambang tanpa kebakaran, menurut sebaran Gauss (%)</translation>
    </message>
    <message>
        <source>Beyond it without any fire, by this index (%)</source>
        <translation>Melampaui ambang tanpa kebakaran, menurut indeks ini (%)</translation>
    </message>
    <message>
        <source>Beyond the edge of the raster.</source>
        <translation>Di luar tepi raster.</translation>
    </message>
    <message>
        <source>Beyond the raster</source>
        <translation>Di luar raster</translation>
    </message>
    <message>
        <source>Beyond the raster (ha)</source>
        <translation>Di luar raster (ha)</translation>
    </message>
    <message>
        <source>Beyond the threshold</source>
        <translation>Melampaui ambang</translation>
    </message>
    <message>
        <source>Beyond the threshold without any fire, by this index (%)</source>
        <translation>Melampaui ambang tanpa kebakaran, menurut indeks ini (%)</translation>
    </message>
    <message>
        <source>Beyond the threshold, small patches too (%)</source>
        <translation>Melampaui ambang, termasuk hamparan kecil (%)</translation>
    </message>
    <message>
        <source>Blind: leave out what the map shows</source>
        <translation>Tersamar (blind): isi peta tidak disebutkan</translation>
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
        <source>Both maps are the same file, {name}: check BEFORE and AFTER.</source>
        <translation>Kedua peta memakai berkas yang sama, {name}: periksa BEFORE dan AFTER.</translation>
    </message>
    <message>
        <source>Both maps have errors, and where one of them is wrong the comparison shows a change that is none: with two maps of 90 % accuracy, up to a fifth of the pixels. Look at the images before you act on a small change, and check a sample of points.</source>
        <translation>Kedua peta mengandung galat, dan di tempat salah satunya keliru, perbandingan menunjukkan perubahan yang sebenarnya tidak ada: untuk dua peta dengan akurasi 90%, sampai seperlima dari semua piksel. Periksa citra sebelum menindaklanjuti perubahan kecil, dan periksa sampel titik.</translation>
    </message>
    <message>
        <source>Both maps on these samples, with the {confidence} % interval of the difference</source>
        <translation>Kedua peta pada sampel ini, dengan selang kepercayaan {confidence}% untuk selisihnya</translation>
    </message>
    <message>
        <source>Both thresholds lie within their intervals, so other samples might have decided otherwise.</source>
        <translation>Kedua ambang terletak di dalam selangnya, jadi sampel lain mungkin memberikan putusan yang berbeda.</translation>
    </message>
    <message>
        <source>Buffer around them (px)</source>
        <translation>Penyangga di sekelilingnya (px)</translation>
    </message>
    <message>
        <source>Built</source>
        <translation>Terbangun</translation>
    </message>
    <message>
        <source>Built in zones for building (ha)</source>
        <translation>Terbangun di zona peruntukan terbangun (ha)</translation>
    </message>
    <message>
        <source>Built-up classes</source>
        <translation>Kelas terbangun</translation>
    </message>
    <message>
        <source>Built-up classes (codes or names, commas)</source>
        <translation>Kelas terbangun (kode atau nama, koma)</translation>
    </message>
    <message>
        <source>Burn index</source>
        <translation>Indeks kebakaran</translation>
    </message>
    <message>
        <source>Burn scars (truth)</source>
        <translation>Bekas kebakaran (data sebenarnya)</translation>
    </message>
    <message>
        <source>Burned (% of the district)</source>
        <translation>Terbakar (% kabupaten)</translation>
    </message>
    <message>
        <source>Burned (% of the zone)</source>
        <translation>Terbakar (% zona)</translation>
    </message>
    <message>
        <source>Burned (% of what was looked at)</source>
        <translation>Terbakar (% dari yang diperiksa)</translation>
    </message>
    <message>
        <source>Burned (%)</source>
        <translation>Terbakar (%)</translation>
    </message>
    <message>
        <source>Burned (ha)</source>
        <translation>Terbakar (ha)</translation>
    </message>
    <message>
        <source>Burned area</source>
        <translation>Area terbakar</translation>
    </message>
    <message>
        <source>Burned area by the best model</source>
        <translation>Area terbakar menurut model terbaik</translation>
    </message>
    <message>
        <source>Burned area from radar: how many hectares?</source>
        <translation>Area terbakar dari radar: berapa hektare?</translation>
    </message>
    <message>
        <source>Burned area: how many hectares?</source>
        <translation>Area terbakar: berapa hektare?</translation>
    </message>
    <message>
        <source>Burned hectares by model</source>
        <translation>Luas terbakar menurut model (hektare)</translation>
    </message>
    <message>
        <source>Burned is</source>
        <translation>Terbakar jika nilainya</translation>
    </message>
    <message>
        <source>Burned is what lies</source>
        <translation>Terbakar jika nilainya</translation>
    </message>
    <message>
        <source>Burned is what lies below the threshold; percent of what was looked at ({looked} ha).</source>
        <translation>Terbakar adalah yang terletak di bawah ambang; persentase dari yang diperiksa ({looked} ha).</translation>
    </message>
    <message>
        <source>Burned percent of each zone, by {model}</source>
        <translation>Persentase terbakar setiap zona, menurut {model}</translation>
    </message>
    <message>
        <source>Burned, and counted in more than one zone (ha)</source>
        <translation>Terbakar, dan terhitung di lebih dari satu zona (ha)</translation>
    </message>
    <message>
        <source>Burned, and in no zone (ha)</source>
        <translation>Terbakar, di luar semua zona (ha)</translation>
    </message>
    <message>
        <source>Burned: {area} ha</source>
        <translation>Terbakar: {area} ha</translation>
    </message>
    <message>
        <source>Burned: {area} ha ({model})</source>
        <translation>Terbakar: {area} ha ({model})</translation>
    </message>
    <message>
        <source>Burned: {area} ha, {percent} % of what was looked at.</source>
        <translation>Terbakar: {area} ha, {percent}% dari yang diperiksa.</translation>
    </message>
    <message>
        <source>By Fleiss, Cohen and Everitt, for a simple random sample of independent points; from the groups where samples share polygons or plots. For strata it would be wrong, so none is given.</source>
        <translation>Menurut Fleiss, Cohen, dan Everitt, untuk sampel acak sederhana dari titik yang saling bebas; dihitung dari kelompok jika beberapa sampel berada dalam satu poligon atau plot. Untuk strata hasilnya keliru, jadi tidak diberikan.</translation>
    </message>
    <message>
        <source>By area</source>
        <translation>Berbobot luas</translation>
    </message>
    <message>
        <source>By class</source>
        <translation>Menurut kelas</translation>
    </message>
    <message>
        <source>By its own spread this index would have {none} % below the threshold without any fire, so beyond the points the threshold alone does not show fire: the hectares hold as far as the points stand for the whole area.</source>
        <translation>Menurut sebarannya sendiri, indeks ini akan memiliki {none}% di bawah ambang tanpa kebakaran, jadi selain di titik-titik itu ambang saja tidak menunjukkan kebakaran: luasnya berlaku sejauh titik-titik itu mewakili seluruh area.</translation>
    </message>
    <message>
        <source>By kind of change</source>
        <translation>Menurut jenis perubahan</translation>
    </message>
    <message>
        <source>By their names PRE ({first} to {last}) and POST ({start} to {end}) overlap in time: take dates before and after the fire.</source>
        <translation>Menurut namanya, PRE ({first} sampai {last}) dan POST ({start} sampai {end}) bertumpang tindih dalam waktu: gunakan tanggal sebelum dan sesudah kebakaran.</translation>
    </message>
    <message>
        <source>By their names PRE ({first} to {last}) comes after POST ({start} to {end}): swap the two, or land that grew back counts as burned.</source>
        <translation>Menurut namanya, PRE ({first} sampai {last}) lebih akhir daripada POST ({start} sampai {end}): tukar keduanya, jika tidak lahan yang tumbuh kembali dihitung terbakar.</translation>
    </message>
    <message>
        <source>By zone: area</source>
        <translation>Menurut zona: luas</translation>
    </message>
    <message>
        <source>By zone: percent</source>
        <translation>Menurut zona: persen</translation>
    </message>
    <message>
        <source>C&amp;SV...</source>
        <translation>&amp;CSV...</translation>
    </message>
    <message>
        <source>C&amp;hart</source>
        <translation>&amp;Diagram</translation>
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
        <source>CONFIDENCE is {value}: give a number between 0 and 1, such as 0.95 for 95 %.</source>
        <translation>CONFIDENCE bernilai {value}: berikan angka antara 0 dan 1, misalnya 0.95 untuk 95%.</translation>
    </message>
    <message>
        <source>CPU ({threads} threads)</source>
        <translation>CPU ({threads} thread)</translation>
    </message>
    <message>
        <source>CROSS_PRE and CROSS_POST are for nrbr alone: they are not used.</source>
        <translation>CROSS_PRE dan CROSS_POST hanya untuk nrbr: keduanya tidak dipakai.</translation>
    </message>
    <message>
        <source>CSV</source>
        <translation>CSV</translation>
    </message>
    <message>
        <source>Canc&amp;el</source>
        <translation>&amp;Batal</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Batal</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Dibatalkan.</translation>
    </message>
    <message>
        <source>Cancelled: no sample project was made.</source>
        <translation>Dibatalkan: proyek contoh tidak dibuat.</translation>
    </message>
    <message>
        <source>Chains</source>
        <translation>Rangkaian</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Perubahan</translation>
    </message>
    <message>
        <source>Change of land cover: from what to what</source>
        <translation>Perubahan tutupan lahan: dari apa menjadi apa</translation>
    </message>
    <message>
        <source>Change of the plan: {area} ha</source>
        <translation>Perubahan rencana: {area} ha</translation>
    </message>
    <message>
        <source>Change raster</source>
        <translation>Raster perubahan</translation>
    </message>
    <message>
        <source>Change table</source>
        <translation>Tabel perubahan</translation>
    </message>
    <message>
        <source>Change: {area} ha</source>
        <translation>Perubahan: {area} ha</translation>
    </message>
    <message>
        <source>Changed (% of what was compared)</source>
        <translation>Berubah (% dari yang dibandingkan)</translation>
    </message>
    <message>
        <source>Changed (%)</source>
        <translation>Berubah (%)</translation>
    </message>
    <message>
        <source>Changed (ha)</source>
        <translation>Berubah (ha)</translation>
    </message>
    <message>
        <source>Changed class (% of what has a class)</source>
        <translation>Berubah kelas (% dari yang memiliki kelas)</translation>
    </message>
    <message>
        <source>Changed class (ha)</source>
        <translation>Berubah kelas (ha)</translation>
    </message>
    <message>
        <source>Changed zone (% of the ground of both plans)</source>
        <translation>Berubah zona (% dari lahan kedua rencana)</translation>
    </message>
    <message>
        <source>Changed zone (ha)</source>
        <translation>Berubah zona (ha)</translation>
    </message>
    <message>
        <source>Changed: {changed} ha ({percent} %), of which {net} ha net and {swap} ha swap; unchanged: {unchanged} ha.</source>
        <translation>Berubah: {changed} ha ({percent}%), terdiri atas {net} ha neto dan {swap} ha pertukaran (swap); tidak berubah: {unchanged} ha.</translation>
    </message>
    <message>
        <source>Changes in strips narrower than 10 m (ha)</source>
        <translation>Perubahan pada jalur di bawah 10 m (ha)</translation>
    </message>
    <message>
        <source>Chart of the areas</source>
        <translation>Diagram luas</translation>
    </message>
    <message>
        <source>Check a mine map against a reference</source>
        <translation>Periksa peta tambang terhadap acuan</translation>
    </message>
    <message>
        <source>Check a scene against the spatial plan (scene and model to conformity)</source>
        <translation>Periksa citra terhadap RTRW (citra dan model menjadi kesesuaian)</translation>
    </message>
    <message>
        <source>Check against the plan</source>
        <translation>Periksa terhadap rencana</translation>
    </message>
    <message>
        <source>Check land cover against the spatial plan (RTRW)</source>
        <translation>Periksa tutupan lahan terhadap RTRW</translation>
    </message>
    <message>
        <source>Chi-square, one degree of freedom</source>
        <translation>Khi-kuadrat, satu derajat bebas</translation>
    </message>
    <message>
        <source>Choose a class raster above: its hectares appear here, by class and by zone.</source>
        <translation>Pilih raster kelas di atas: luasnya dalam hektare tampil di sini, menurut kelas dan menurut zona.</translation>
    </message>
    <message>
        <source>Choose a raster...</source>
        <translation>Pilih raster...</translation>
    </message>
    <message>
        <source>Choose an empty folder for the sample project</source>
        <translation>Pilih folder kosong untuk proyek contoh</translation>
    </message>
    <message>
        <source>Choose land cover...</source>
        <translation>Pilih tutupan lahan...</translation>
    </message>
    <message>
        <source>Choose land cover: a class raster, or polygons with a field of classes.</source>
        <translation>Pilih tutupan lahan: raster kelas, atau poligon dengan field kelas.</translation>
    </message>
    <message>
        <source>Choose the field of the land cover that holds the classes.</source>
        <translation>Pilih field tutupan lahan yang memuat kelas.</translation>
    </message>
    <message>
        <source>Choose the field of the plan that holds the zones.</source>
        <translation>Pilih field rencana yang memuat zona.</translation>
    </message>
    <message>
        <source>Choose the field of the units that holds their names, or no units.</source>
        <translation>Pilih field wilayah yang memuat namanya, atau jangan pilih wilayah.</translation>
    </message>
    <message>
        <source>Choose the plan...</source>
        <translation>Pilih rencana...</translation>
    </message>
    <message>
        <source>Choose the polygons of the spatial plan.</source>
        <translation>Pilih poligon rencana tata ruang.</translation>
    </message>
    <message>
        <source>Choose the whole column</source>
        <translation>Pilih seluruh kolom</translation>
    </message>
    <message>
        <source>Choose the whole row</source>
        <translation>Pilih seluruh baris</translation>
    </message>
    <message>
        <source>Choose two layers, such as land cover and the plan, to see them together.</source>
        <translation>Pilih dua layer, misalnya tutupan lahan dan rencana, untuk melihat keduanya bersama-sama.</translation>
    </message>
    <message>
        <source>Choose zones first</source>
        <translation>Pilih zona dahulu</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Kelas</translation>
    </message>
    <message>
        <source>Class field</source>
        <translation>Field kelas</translation>
    </message>
    <message>
        <source>Class field of the polygons</source>
        <translation>Field kelas poligon</translation>
    </message>
    <message>
        <source>Class judged</source>
        <translation>Kelas yang dinilai</translation>
    </message>
    <message>
        <source>Class map</source>
        <translation>Peta kelas</translation>
    </message>
    <message>
        <source>Class of the largest patch (code)</source>
        <translation>Kelas hamparan terluas (kode)</translation>
    </message>
    <message>
        <source>Class of the largest patch (name)</source>
        <translation>Kelas hamparan terluas (nama)</translation>
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
        <source>Class raster</source>
        <translation>Raster kelas</translation>
    </message>
    <message>
        <source>Class raster: {raster}. Zones: {zones}. Pantau {version}, {date}.</source>
        <translation>Raster kelas: {raster}. Zona: {zones}. Pantau {version}, {date}.</translation>
    </message>
    <message>
        <source>Class to judge (code)</source>
        <translation>Kelas yang dinilai (kode)</translation>
    </message>
    <message>
        <source>Class {code} is given both as {one} and as {other}: leave it in one list.</source>
        <translation>Kelas {code} diberikan sebagai {one} sekaligus sebagai {other}: cantumkan dalam satu daftar saja.</translation>
    </message>
    <message>
        <source>Classes (codes or names, with commas; empty: all)</source>
        <translation>Kelas (kode atau nama, dipisahkan koma; kosong: semua)</translation>
    </message>
    <message>
        <source>Classes and samples</source>
        <translation>Kelas dan sampel</translation>
    </message>
    <message>
        <source>Classes balanced</source>
        <translation>Bobot kelas disamakan</translation>
    </message>
    <message>
        <source>Classes in the model</source>
        <translation>Jumlah kelas dalam model</translation>
    </message>
    <message>
        <source>Classes of {second} that neither {map} nor the samples have, so that it is wrong wherever it shows them: {classes}.</source>
        <translation>Kelas {second} yang tidak ada pada {map} maupun pada sampel, sehingga peta itu salah di mana pun kelas itu muncul: {classes}.</translation>
    </message>
    <message>
        <source>Classes to look for (codes or names, with commas)</source>
        <translation>Kelas yang dicari (kode atau nama, koma)</translation>
    </message>
    <message>
        <source>Classes whose names differ only in capitals and blanks are one, called as the first: {names}.</source>
        <translation>Kelas yang namanya hanya berbeda huruf besar-kecil dan spasinya dianggap satu kelas, dengan nama yang pertama: {names}.</translation>
    </message>
    <message>
        <source>Classes: codes of mines (empty: all but 0)</source>
        <translation>Kelas: kode tambang (kosong: semua selain 0)</translation>
    </message>
    <message>
        <source>Classify</source>
        <translation>Klasifikasikan</translation>
    </message>
    <message>
        <source>Classify land cover</source>
        <translation>Klasifikasikan tutupan lahan</translation>
    </message>
    <message>
        <source>Clean a class map (majority, sieve)</source>
        <translation>Bersihkan peta kelas (filter mayoritas, sieve)</translation>
    </message>
    <message>
        <source>Clean the map</source>
        <translation>Bersihkan peta</translation>
    </message>
    <message>
        <source>Cleaned map</source>
        <translation>Peta hasil pembersihan</translation>
    </message>
    <message>
        <source>Clear &amp;marks</source>
        <translation>&amp;Hapus tanda</translation>
    </message>
    <message>
        <source>Closure</source>
        <translation>Kecocokan luas</translation>
    </message>
    <message>
        <source>Closure of the zones</source>
        <translation>Kecocokan luas zona</translation>
    </message>
    <message>
        <source>Cloud shadows (percent of the pixels with data)</source>
        <translation>Bayangan awan (persen dari piksel yang memuat data)</translation>
    </message>
    <message>
        <source>Cloud shadows: {percent} % of the pixels with data.</source>
        <translation>Bayangan awan: {percent}% dari piksel yang memuat data.</translation>
    </message>
    <message>
        <source>Clouds (percent of the pixels with data)</source>
        <translation>Awan (persen dari piksel yang memuat data)</translation>
    </message>
    <message>
        <source>Clouds after (scene classes)</source>
        <translation>Awan sesudah (klasifikasi SCL)</translation>
    </message>
    <message>
        <source>Clouds and shadows cover everything: the result holds no data. Choose another date.</source>
        <translation>Awan dan bayangan menutupi semuanya: hasilnya tidak memuat data. Pilih tanggal lain.</translation>
    </message>
    <message>
        <source>Clouds before (scene classes)</source>
        <translation>Awan sebelum (klasifikasi SCL)</translation>
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
        <source>Clouds: {percent} % of the pixels with data.</source>
        <translation>Awan: {percent}% dari piksel yang memuat data.</translation>
    </message>
    <message>
        <source>Cluster field: points that belong together</source>
        <translation>Field klaster: titik yang termasuk satu kelompok</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Kode</translation>
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
        <source>Codes or names of zones with commas; empty: known by code (PK, PD, KPI ...) or name</source>
        <translation>Kode atau nama zona dipisahkan koma; kosong: dikenali dari kode (PK, PD, KPI ...) atau nama</translation>
    </message>
    <message>
        <source>Codes or names with commas; empty: known by their names</source>
        <translation>Kode atau nama dipisahkan koma; kosong: dikenali dari namanya</translation>
    </message>
    <message>
        <source>Combines any number of rasters into one: median, mean, minimum, maximum, count or first, pixel by pixel.</source>
        <translation>Menggabungkan beberapa raster menjadi satu, piksel demi piksel: median, rata-rata, minimum, maksimum, jumlah nilai, atau yang pertama.</translation>
    </message>
    <message>
        <source>Commission</source>
        <translation>Komisi</translation>
    </message>
    <message>
        <source>Compare the land cover with the spatial plan (RTRW): rules, conformity, and the largest places that do not conform</source>
        <translation>Bandingkan tutupan lahan dengan rencana tata ruang (RTRW): aturan, kesesuaian, dan lokasi tidak sesuai yang terluas</translation>
    </message>
    <message>
        <source>Compare two spatial plans (in force and revised)</source>
        <translation>Bandingkan RTRW yang berlaku dan revisinya</translation>
    </message>
    <message>
        <source>Compared (ha)</source>
        <translation>Dibandingkan (ha)</translation>
    </message>
    <message>
        <source>Compared, and in no zone (ha)</source>
        <translation>Dibandingkan, di luar semua zona (ha)</translation>
    </message>
    <message>
        <source>Compares a mask, or another class raster, with a reference raster or polygons, pixel by pixel.</source>
        <translation>Membandingkan mask kelas, atau raster kelas lain, dengan raster atau poligon acuan, piksel demi piksel.</translation>
    </message>
    <message>
        <source>Compares radar backscatter before and after a fire: RBR, RBD, LogRBR or NRBR, with mean, spread and a report.</source>
        <translation>Membandingkan hamburan balik radar sebelum dan sesudah kebakaran: RBR, RBD, LogRBR, atau NRBR, dengan rata-rata, sebaran, dan laporan.</translation>
    </message>
    <message>
        <source>Compares two class maps: hectares of every pair of classes, in all and per zone, with a change raster and a report.</source>
        <translation>Membandingkan dua peta kelas: luas setiap pasangan kelas dalam hektare, seluruhnya dan per zona, dengan raster perubahan dan laporan.</translation>
    </message>
    <message>
        <source>Composite</source>
        <translation>Komposit</translation>
    </message>
    <message>
        <source>Compute a radar burn index (RBR, RBD)</source>
        <translation>Hitung indeks kebakaran radar (RBR, RBD)</translation>
    </message>
    <message>
        <source>Compute spectral indices</source>
        <translation>Hitung indeks spektral</translation>
    </message>
    <message>
        <source>Computes NDVI, NDBI, NDWI, MNDWI, NBR, BSI, SAVI, EVI and a salinity index of an image, as bands.</source>
        <translation>Menghitung NDVI, NDBI, NDWI, MNDWI, NBR, BSI, SAVI, EVI, dan indeks salinitas suatu citra sebagai kanal.</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>Keyakinan</translation>
    </message>
    <message>
        <source>Confidence ({model})</source>
        <translation>Keyakinan ({model})</translation>
    </message>
    <message>
        <source>Confidence level</source>
        <translation>Tingkat kepercayaan</translation>
    </message>
    <message>
        <source>Confidence of the intervals (0 to 1)</source>
        <translation>Tingkat kepercayaan selang (0 sampai 1)</translation>
    </message>
    <message>
        <source>Conflict</source>
        <translation>Bertentangan</translation>
    </message>
    <message>
        <source>Conform (%)</source>
        <translation>Sesuai (%)</translation>
    </message>
    <message>
        <source>Conform (%) = conform / (all land with a class of which a rule speaks: conform, not conform, and every other status). Of decided (%) = conform / (conform + not conform). Land without a rule and without data is in neither.</source>
        <translation>Sesuai (%) = sesuai / (semua lahan dengan kelas yang diatur suatu aturan: sesuai, tidak sesuai, dan semua status lain). Dari yang diputuskan (%) = sesuai / (sesuai + tidak sesuai). Lahan tanpa aturan dan tanpa data tidak termasuk dalam keduanya.</translation>
    </message>
    <message>
        <source>Conform (ha)</source>
        <translation>Sesuai (ha)</translation>
    </message>
    <message>
        <source>Conformity</source>
        <translation>Kesesuaian</translation>
    </message>
    <message>
        <source>Conformity as a spreadsheet</source>
        <translation>Lembar kerja kesesuaian</translation>
    </message>
    <message>
        <source>Conformity polygons</source>
        <translation>Poligon kesesuaian</translation>
    </message>
    <message>
        <source>Conformity raster</source>
        <translation>Raster kesesuaian</translation>
    </message>
    <message>
        <source>Conformity table</source>
        <translation>Tabel kesesuaian</translation>
    </message>
    <message>
        <source>Conformity with the plan</source>
        <translation>Kesesuaian dengan rencana tata ruang</translation>
    </message>
    <message>
        <source>Conformity with the plan (RTRW)</source>
        <translation>Kesesuaian dengan rencana (RTRW)</translation>
    </message>
    <message>
        <source>Conformity: {percent} %</source>
        <translation>Kesesuaian: {percent}%</translation>
    </message>
    <message>
        <source>Contiguous land</source>
        <translation>Hamparan lahan</translation>
    </message>
    <message>
        <source>Contiguous land of one class in one zone and unit, for checks in the field. Longitude and latitude (WGS 84) of a point in it.</source>
        <translation>Hamparan lahan satu kelas dalam satu zona dan satu wilayah, untuk pemeriksaan lapangan. Bujur dan lintang (WGS 84) dari satu titik di dalamnya.</translation>
    </message>
    <message>
        <source>Convert radar backscatter to decibels or linear power</source>
        <translation>Ubah hamburan balik radar ke desibel atau daya linear</translation>
    </message>
    <message>
        <source>Convert to</source>
        <translation>Ubah ke</translation>
    </message>
    <message>
        <source>Converts sigma0 or gamma0 of a radar image from linear power to decibels, or back.</source>
        <translation>Mengubah sigma0 atau gamma0 citra radar dari daya linear ke desibel, atau sebaliknya.</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>Tersalin.</translation>
    </message>
    <message>
        <source>Copies all of this, with the versions of QGIS and of the system, as text: for a request for help</source>
        <translation>Menyalin semua ini, beserta versi QGIS dan sistem, sebagai teks: untuk permintaan bantuan</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Salin</translation>
    </message>
    <message>
        <source>Copy the install command of {package}</source>
        <translation>Salin perintah pemasangan {package}</translation>
    </message>
    <message>
        <source>Copy the results of this run to a folder of yours, and let the layers read them there</source>
        <translation>Salin hasil proses ini ke folder Anda sendiri, dan arahkan layer untuk membacanya di sana</translation>
    </message>
    <message>
        <source>Copy the table, or save it as a file</source>
        <translation>Salin tabel, atau simpan sebagai berkas</translation>
    </message>
    <message>
        <source>Correctly not the class (pixels)</source>
        <translation>Benar bukan kelas ini (piksel)</translation>
    </message>
    <message>
        <source>Correlation of map and reference: 0 none, 1 full.</source>
        <translation>Korelasi peta dan acuan: 0 tidak ada, 1 penuh.</translation>
    </message>
    <message>
        <source>Count of values</source>
        <translation>Jumlah nilai</translation>
    </message>
    <message>
        <source>Counted in more than one zone (ha)</source>
        <translation>Dihitung di lebih dari satu zona (ha)</translation>
    </message>
    <message>
        <source>Cross-validation</source>
        <translation>Validasi silang</translation>
    </message>
    <message>
        <source>Cross-validation: {accuracy} % of the samples right, fold by fold {low} to {high} %.</source>
        <translation>Validasi silang: {accuracy}% sampel benar, setiap lipatan berkisar dari {low} sampai {high}%.</translation>
    </message>
    <message>
        <source>Cuts a burn index into burned and not burned, in hectares, beside what the threshold would flag without any fire.</source>
        <translation>Memotong indeks kebakaran menjadi terbakar dan tidak terbakar, dalam hektare, di samping yang akan ditandai ambang itu tanpa kebakaran.</translation>
    </message>
    <message>
        <source>Cuts an image and its labels into patches, parted into training and validation, to train a model with.</source>
        <translation>Memotong citra beserta labelnya menjadi potongan, terbagi atas data latih dan validasi, untuk melatih model.</translation>
    </message>
    <message>
        <source>DESIGN is simple, which has no strata, and STRATA is given: choose stratified, or leave STRATA empty.</source>
        <translation>DESIGN bernilai simple, yang tidak memiliki strata, sedangkan STRATA diberikan: pilih stratified, atau kosongkan STRATA.</translation>
    </message>
    <message>
        <source>Date: {date}</source>
        <translation>Tanggal: {date}</translation>
    </message>
    <message>
        <source>Dates by their names: {days}.</source>
        <translation>Tanggal menurut nama berkas: {days}.</translation>
    </message>
    <message>
        <source>Dates in most pixels of the median after</source>
        <translation>Jumlah tanggal pada sebagian besar piksel median sesudah</translation>
    </message>
    <message>
        <source>Dates in most pixels of the median before</source>
        <translation>Jumlah tanggal pada sebagian besar piksel median sebelum</translation>
    </message>
    <message>
        <source>Decided by McNemar&apos;s test at {confidence} % confidence ({p}).</source>
        <translation>Diputuskan dengan uji McNemar pada tingkat kepercayaan {confidence}% ({p}).</translation>
    </message>
    <message>
        <source>Decided by the {confidence} % interval of the difference.</source>
        <translation>Diputuskan menurut selang kepercayaan {confidence}% dari selisihnya.</translation>
    </message>
    <message>
        <source>Degree of conformity</source>
        <translation>Tingkat kesesuaian</translation>
    </message>
    <message>
        <source>Degree of conformity (%)</source>
        <translation>Tingkat kesesuaian (%)</translation>
    </message>
    <message>
        <source>Degree of conformity of each zone</source>
        <translation>Tingkat kesesuaian setiap zona</translation>
    </message>
    <message>
        <source>Degree of conformity per zone and kecamatan, land available for building, and where the land does not agree with the plan.</source>
        <translation>Tingkat kesesuaian per zona dan kecamatan, lahan yang tersedia untuk dibangun, dan tempat lahan tidak sesuai dengan rencana tata ruang.</translation>
    </message>
    <message>
        <source>Degree of conformity: {conform} of {judged} ha = {percent} %; of what conforms or does not: {decided} %.</source>
        <translation>Tingkat kesesuaian: {conform} dari {judged} ha = {percent}%; dari yang sesuai atau tidak sesuai: {decided}%.</translation>
    </message>
    <message>
        <source>Desa</source>
        <translation>Desa</translation>
    </message>
    <message>
        <source>Desa, or other zones</source>
        <translation>Desa, atau zona lain</translation>
    </message>
    <message>
        <source>Desa/kelurahan</source>
        <translation>Desa/kelurahan</translation>
    </message>
    <message>
        <source>Design</source>
        <translation>Rancangan</translation>
    </message>
    <message>
        <source>Design: simple or stratified</source>
        <translation>Rancangan: simple atau stratified</translation>
    </message>
    <message>
        <source>Despeckle a radar image</source>
        <translation>Filter speckle pada citra radar</translation>
    </message>
    <message>
        <source>Despeckle a stack of radar images</source>
        <translation>Filter speckle pada rangkaian citra radar</translation>
    </message>
    <message>
        <source>Despeckled</source>
        <translation>Hasil filter speckle</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Perangkat</translation>
    </message>
    <message>
        <source>Device for models</source>
        <translation>Perangkat untuk model</translation>
    </message>
    <message>
        <source>Device that ran the model</source>
        <translation>Perangkat yang menjalankan model</translation>
    </message>
    <message>
        <source>Difference (%)</source>
        <translation>Selisih (%)</translation>
    </message>
    <message>
        <source>Difference (ha)</source>
        <translation>Selisih (ha)</translation>
    </message>
    <message>
        <source>District: {area} ha, {kecamatan} kecamatan, {desa} desa.</source>
        <translation>Kabupaten: {area} ha, {kecamatan} kecamatan, {desa} desa.</translation>
    </message>
    <message>
        <source>Do the figures close?</source>
        <translation>Apakah luasnya cocok?</translation>
    </message>
    <message>
        <source>Do the tables close?</source>
        <translation>Apakah luas dalam tabel cocok?</translation>
    </message>
    <message>
        <source>Does not conform, by area</source>
        <translation>Tidak sesuai, menurut luas</translation>
    </message>
    <message>
        <source>Does the land agree with the plan?</source>
        <translation>Apakah lahan sesuai dengan rencana tata ruang?</translation>
    </message>
    <message>
        <source>Done in {seconds} s.</source>
        <translation>Selesai dalam {seconds} detik.</translation>
    </message>
    <message>
        <source>Draw sample points to check a map</source>
        <translation>Ambil titik sampel untuk memeriksa peta</translation>
    </message>
    <message>
        <source>Draw samples with replacement</source>
        <translation>Ambil sampel dengan pengembalian</translation>
    </message>
    <message>
        <source>Drawn again and again in the same way, {confidence} of 100 such samples give an interval that holds the true value. It speaks of chance in drawing the samples, not of wrong reference labels.</source>
        <translation>Jika sampel diambil berulang kali dengan cara yang sama, {confidence} dari 100 sampel seperti itu memberikan selang yang memuat nilai sebenarnya. Selang itu menyangkut kebetulan dalam pengambilan sampel, bukan label acuan yang salah.</translation>
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
        <source>Dropped: features outside the raster</source>
        <translation>Tidak dipakai: fitur di luar raster</translation>
    </message>
    <message>
        <source>Dropped: features without a class</source>
        <translation>Tidak dipakai: fitur tanpa kelas</translation>
    </message>
    <message>
        <source>Dropped: pixels in features of several classes</source>
        <translation>Tidak dipakai: piksel dalam fitur dari beberapa kelas</translation>
    </message>
    <message>
        <source>Dropped: pixels without data</source>
        <translation>Tidak dipakai: piksel tanpa data</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Duplikat</translation>
    </message>
    <message>
        <source>E&amp;xport</source>
        <translation>Eks&amp;por</translation>
    </message>
    <message>
        <source>EXPECTED_UA holds {part}: give class codes and accuracies with a decimal point and commas between them, such as 1=0.9,2=0.75.</source>
        <translation>EXPECTED_UA memuat {part}: berikan kode kelas dan akurasi dengan titik sebagai tanda desimal, dipisahkan koma, misalnya 1=0.9,2=0.75.</translation>
    </message>
    <message>
        <source>EXPECTED_UA is {value} for class {code}: give more than 0 and less than 1, such as 0.9.</source>
        <translation>EXPECTED_UA bernilai {value} untuk kelas {code}: berikan lebih dari 0 dan kurang dari 1, misalnya 0.9.</translation>
    </message>
    <message>
        <source>EXPECTED_UA names class {code} twice: give one accuracy for it.</source>
        <translation>EXPECTED_UA menyebut kelas {code} dua kali: berikan satu akurasi saja untuk kelas itu.</translation>
    </message>
    <message>
        <source>EXPECTED_UA names class {code}, which {name} does not have: its classes are {codes}.</source>
        <translation>EXPECTED_UA menyebut kelas {code}, yang tidak ada dalam {name}: kelasnya adalah {codes}.</translation>
    </message>
    <message>
        <source>Each band is as thick as its hectares, in the colour of the class after.</source>
        <translation>Tebal setiap pita menurut luasnya dalam hektare, dengan warna kelas akhir.</translation>
    </message>
    <message>
        <source>Each band is as thick as its hectares, in the colour of the zone after.</source>
        <translation>Tebal setiap pita menurut luasnya dalam hektare, dengan warna zona dalam rencana baru.</translation>
    </message>
    <message>
        <source>Each bar is a zone for building: what is built, and what is left.</source>
        <translation>Setiap batang adalah satu zona peruntukan terbangun: yang sudah terbangun, dan yang tersisa.</translation>
    </message>
    <message>
        <source>Each bar is a zone, divided by how its hectares agree with the plan.</source>
        <translation>Setiap batang adalah satu zona, dibagi menurut kesesuaian luasnya dengan rencana tata ruang.</translation>
    </message>
    <message>
        <source>Each bar is a zone, divided by the shares of its hectares.</source>
        <translation>Setiap batang adalah satu zona, dibagi menurut bagian luasnya.</translation>
    </message>
    <message>
        <source>Each bar is all ground of both plans that is the zone in one of them or in both.</source>
        <translation>Setiap batang adalah seluruh lahan pada kedua rencana yang termasuk zona itu dalam salah satu atau kedua rencana.</translation>
    </message>
    <message>
        <source>Each bar is all land that is the class on one map or on both. Stayed and lost together are before; stayed and gained, after.</source>
        <translation>Setiap batang adalah seluruh lahan yang termasuk kelas itu pada salah satu atau kedua peta. Tetap dan berkurang bersama-sama adalah luas awal; tetap dan bertambah, luas akhir.</translation>
    </message>
    <message>
        <source>Each bar is all land that map or reference calls the class. Misses and hits together are the reference; hits and false alarms together are the map. The share of the hits in the bar is the IoU.</source>
        <translation>Setiap batang adalah seluruh lahan yang dinyatakan sebagai kelas itu oleh peta atau acuan. Terlewat dan kena bersama-sama membentuk acuan; kena dan alarm palsu bersama-sama membentuk peta. Bagian kena dalam batang adalah IoU.</translation>
    </message>
    <message>
        <source>Each cell is the share of the map that has the class of the row on the map and the class of the column in truth. 0: no sample.</source>
        <translation>Setiap sel adalah bagian peta yang pada peta termasuk kelas baris itu dan sebenarnya termasuk kelas kolom itu. 0: tidak ada sampel.</translation>
    </message>
    <message>
        <source>Each cell of the map counts in each zone with the exact share of it that the zone covers.</source>
        <translation>Setiap sel peta dihitung di setiap zona menurut bagiannya yang persis tercakup zona itu.</translation>
    </message>
    <message>
        <source>Each dot is an area, its size by hectares; numbers are ranks in the list below, up to {last}. North is up.</source>
        <translation>Setiap titik adalah satu lokasi, ukurannya menurut luas; angkanya adalah peringkat dalam daftar di bawah, sampai {last}. Utara di atas.</translation>
    </message>
    <message>
        <source>Each layer is shown for {seconds} s.</source>
        <translation>Setiap layer ditampilkan selama {seconds} detik.</translation>
    </message>
    <message>
        <source>Each sample is judged by the trees that have not drawn it. They have drawn its neighbours in the same polygon, which look alike: for polygons this is too good, and the cross-validation is what counts.</source>
        <translation>Setiap sampel dinilai oleh pohon yang tidak mengambilnya. Pohon itu mengambil piksel tetangganya di poligon yang sama, yang tampak mirip: untuk poligon angka ini terlalu baik, dan yang menjadi pegangan adalah validasi silang.</translation>
    </message>
    <message>
        <source>Each unit</source>
        <translation>Setiap wilayah</translation>
    </message>
    <message>
        <source>Each zone</source>
        <translation>Setiap zona</translation>
    </message>
    <message>
        <source>Earlier class map</source>
        <translation>Peta kelas tanggal awal</translation>
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
        <source>Earlier scene, or the mask of mines that was made of it</source>
        <translation>Citra tanggal awal, atau mask tambangnya</translation>
    </message>
    <message>
        <source>Edited from the example: check every cell before you sign.</source>
        <translation>Disunting dari contoh: periksa setiap sel sebelum Anda menandatangani.</translation>
    </message>
    <message>
        <source>Elevation</source>
        <translation>Ketinggian</translation>
    </message>
    <message>
        <source>Empty label</source>
        <translation>Label kosong</translation>
    </message>
    <message>
        <source>Equivalent looks of the median after</source>
        <translation>Looks ekuivalen median sesudah</translation>
    </message>
    <message>
        <source>Equivalent looks of the median before</source>
        <translation>Looks ekuivalen median sebelum</translation>
    </message>
    <message>
        <source>Equivalent looks of the medians (empty: estimated)</source>
        <translation>Looks ekuivalen median (kosong: diduga)</translation>
    </message>
    <message>
        <source>Equivalent number of looks (empty: estimated)</source>
        <translation>Jumlah looks ekuivalen (kosong: diduga)</translation>
    </message>
    <message>
        <source>Equivalent number of looks of an image</source>
        <translation>Jumlah looks ekuivalen satu citra</translation>
    </message>
    <message>
        <source>Equivalent number of looks to be expected</source>
        <translation>Jumlah looks ekuivalen yang diharapkan</translation>
    </message>
    <message>
        <source>Equivalent number of looks used</source>
        <translation>Jumlah looks ekuivalen yang dipakai</translation>
    </message>
    <message>
        <source>Error because classes lie in the wrong place.</source>
        <translation>Kesalahan karena kelas berada di tempat yang salah.</translation>
    </message>
    <message>
        <source>Error because the map has too much of some classes and too little of others.</source>
        <translation>Kesalahan karena sebagian kelas pada peta terlalu luas dan sebagian lain terlalu sempit.</translation>
    </message>
    <message>
        <source>Error map</source>
        <translation>Peta galat</translation>
    </message>
    <message>
        <source>Error matrix</source>
        <translation>Matriks kesalahan</translation>
    </message>
    <message>
        <source>Error matrix (map class, reference class)</source>
        <translation>Matriks kesalahan (kelas peta, kelas acuan)</translation>
    </message>
    <message>
        <source>Error matrix, overall, user&apos;s and producer&apos;s accuracy, kappa and adjusted areas with confidence intervals, from validation points.</source>
        <translation>Matriks kesalahan, akurasi keseluruhan, akurasi pengguna, akurasi pembuat, kappa, dan luas terkoreksi dengan selang kepercayaan, dari titik validasi.</translation>
    </message>
    <message>
        <source>Error matrix: samples as counted; rows = map class, columns = reference class</source>
        <translation>Matriks kesalahan: menurut cacah sampel; baris = kelas peta, kolom = kelas acuan</translation>
    </message>
    <message>
        <source>Error of the map</source>
        <translation>Kesalahan peta</translation>
    </message>
    <message>
        <source>Errors: {name}</source>
        <translation>Galat: {name}</translation>
    </message>
    <message>
        <source>Estimated share of the map (%); rows = map class, columns = reference class</source>
        <translation>Dugaan bagian peta (%); baris = kelas peta, kolom = kelas acuan</translation>
    </message>
    <message>
        <source>Every patch with a mine is dropped, for its clouds or for missing data (which is also what lies outside the area of interest): raise MAX_CLOUD_PERCENT or MAX_NODATA_PERCENT, or choose another image.</source>
        <translation>Setiap potongan yang memuat tambang dibuang karena awan, atau karena bagian tanpa data, termasuk yang di luar area kajian: naikkan MAX_CLOUD_PERCENT atau MAX_NODATA_PERCENT, atau pilih citra lain.</translation>
    </message>
    <message>
        <source>Every pixel has the same class on both maps.</source>
        <translation>Kelas setiap piksel sama pada kedua peta.</translation>
    </message>
    <message>
        <source>Everything in it is known: the answers are in truth.json, in the folder of the project.</source>
        <translation>Semua isinya diketahui: jawabannya ada di truth.json, di folder proyek.</translation>
    </message>
    <message>
        <source>Exa&amp;mple</source>
        <translation>Cont&amp;oh</translation>
    </message>
    <message>
        <source>Example rules, not official.</source>
        <translation>Aturan contoh, tidak resmi.</translation>
    </message>
    <message>
        <source>Example rules, not official: edit them after the zoning provisions of your plan, or load your own table.</source>
        <translation>Aturan contoh, tidak resmi: sunting menurut ketentuan zonasi rencana Anda, atau muat tabel Anda sendiri.</translation>
    </message>
    <message>
        <source>Expected standard error of overall accuracy</source>
        <translation>Galat baku akurasi keseluruhan yang diperkirakan</translation>
    </message>
    <message>
        <source>Expected standard error of overall accuracy: {se}.</source>
        <translation>Galat baku akurasi keseluruhan yang diperkirakan: {se}.</translation>
    </message>
    <message>
        <source>Expected user&apos;s accuracies (1=0.9,2=0.75)</source>
        <translation>Perkiraan akurasi pengguna (1=0.9,2=0.75)</translation>
    </message>
    <message>
        <source>F1</source>
        <translation>F1</translation>
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
        <source>FEATURES_PER_SPLIT is {value}, and {raster} has {bands} bands: give that many at most.</source>
        <translation>FEATURES_PER_SPLIT bernilai {value}, sedangkan {raster} memiliki {bands} kanal: berikan paling banyak sejumlah itu.</translation>
    </message>
    <message>
        <source>FOLDER is where {name} lies, which would be replaced: choose another folder.</source>
        <translation>FOLDER adalah tempat {name}, yang akan tertimpa: pilih folder lain.</translation>
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
        <source>Features</source>
        <translation>Fitur</translation>
    </message>
    <message>
        <source>Features left out</source>
        <translation>Fitur yang tidak dipakai</translation>
    </message>
    <message>
        <source>Features outside the raster, not used: {amount}.</source>
        <translation>Fitur di luar raster, tidak dipakai: {amount}.</translation>
    </message>
    <message>
        <source>Features with neither points nor polygons, not used: {amount}.</source>
        <translation>Fitur yang bukan titik ataupun poligon, tidak dipakai: {amount}.</translation>
    </message>
    <message>
        <source>Features with two different labels, to be looked at again: {count}. Ids of the first {first}: {ids}.</source>
        <translation>Fitur dengan dua label yang berbeda, yang perlu diperiksa kembali: {count}. Id {first} fitur pertama: {ids}.</translation>
    </message>
    <message>
        <source>Features with two different labels, to be looked at again: {count}. Ids: {ids}.</source>
        <translation>Fitur dengan dua label yang berbeda, yang perlu diperiksa kembali: {count}. Id: {ids}.</translation>
    </message>
    <message>
        <source>Features without a class, not used: {amount}.</source>
        <translation>Fitur tanpa kelas, tidak dipakai: {amount}.</translation>
    </message>
    <message>
        <source>Features. Rows: {first}; columns: {second}. The accuracy of the map above is by {first}.</source>
        <translation>Jumlah fitur. Baris: {first}; kolom: {second}. Akurasi peta di atas adalah menurut {first}.</translation>
    </message>
    <message>
        <source>Features: {features}; samples used: {n}. Not used are:</source>
        <translation>Fitur: {features}; sampel yang dipakai: {n}. Yang tidak dipakai:</translation>
    </message>
    <message>
        <source>Fewer than {few} samples in these classes of the map, so their figures are rough: {classes}.</source>
        <translation>Kurang dari {few} sampel pada kelas peta berikut sehingga angkanya kasar: {classes}.</translation>
    </message>
    <message>
        <source>Fewer than {few} samples in these zones, too few to judge them: {zones}.</source>
        <translation>Zona dengan sampel kurang dari {few}, terlalu sedikit untuk dinilai: {zones}.</translation>
    </message>
    <message>
        <source>Fewer than {few} samples, too few to learn from or to judge by: {names}.</source>
        <translation>Kurang dari {few} sampel, terlalu sedikit untuk melatih maupun menilai: {names}.</translation>
    </message>
    <message>
        <source>Field of class colours</source>
        <translation>Field warna kelas</translation>
    </message>
    <message>
        <source>Field of class names</source>
        <translation>Field nama kelas</translation>
    </message>
    <message>
        <source>Field of the second interpreter</source>
        <translation>Field penafsir kedua</translation>
    </message>
    <message>
        <source>Field that says whether a checking point burned (1 or 0)</source>
        <translation>Field titik pemeriksa: terbakar (1) atau tidak (0)</translation>
    </message>
    <message>
        <source>Field that says whether a point burned</source>
        <translation>Field yang menyatakan titik terbakar atau tidak</translation>
    </message>
    <message>
        <source>Field with the labels of a second interpreter</source>
        <translation>Field berisi label dari penafsir kedua</translation>
    </message>
    <message>
        <source>Field with the reference class</source>
        <translation>Field kelas acuan</translation>
    </message>
    <message>
        <source>Fields with the names of the zones, outermost first: features of one name are one zone</source>
        <translation>Field nama zona, mulai dari tingkat terluar: fitur bernama sama adalah satu zona</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Angka</translation>
    </message>
    <message>
        <source>Figures and table are of these alone; the map shows all.</source>
        <translation>Angka dan tabel hanya untuk bagian ini; peta menampilkan semuanya.</translation>
    </message>
    <message>
        <source>Figures are rounded so that rows and columns add up to the totals as printed (largest remainder).</source>
        <translation>Angka dibulatkan sehingga baris dan kolom jika dijumlahkan sama dengan jumlah yang tercetak (metode sisa terbesar).</translation>
    </message>
    <message>
        <source>Figures are rounded so that rows, columns and levels add up to the totals as printed (largest remainder), so some differ by 0.01 ha from what each would be alone.</source>
        <translation>Angka dibulatkan sehingga baris, kolom, dan tingkat wilayah jika dijumlahkan sama dengan jumlah yang tercetak (metode sisa terbesar); karena itu, sebagian berbeda 0,01 ha dari hasil pembulatan sendiri-sendiri.</translation>
    </message>
    <message>
        <source>Figures of accuracy</source>
        <translation>Angka akurasi</translation>
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
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Filtered by selection: {what}</source>
        <translation>Disaring menurut seleksi: {what}</translation>
    </message>
    <message>
        <source>Filters the speckle of a radar image: Lee, Kuan, refined Lee, Lee sigma, Gamma MAP or boxcar.</source>
        <translation>Memfilter derau bercak (speckle) pada citra radar: Lee, Kuan, refined Lee, Lee sigma, Gamma MAP, atau boxcar.</translation>
    </message>
    <message>
        <source>Filters the speckle of radar images of several dates together, so that each stays sharp (Quegan and Yu).</source>
        <translation>Memfilter derau bercak (speckle) pada citra radar dari beberapa tanggal secara bersama sehingga setiap citra tetap tajam (Quegan dan Yu).</translation>
    </message>
    <message>
        <source>Find land for salt ponds (scene and samples to hectares)</source>
        <translation>Temukan lahan tambak garam (citra dan sampel menjadi luas)</translation>
    </message>
    <message>
        <source>Find mines (segment an image with a model)</source>
        <translation>Temukan tambang (segmentasi citra dengan model)</translation>
    </message>
    <message>
        <source>Find mines, earlier</source>
        <translation>Temukan tambang, tanggal awal</translation>
    </message>
    <message>
        <source>Find mines, later</source>
        <translation>Temukan tambang, tanggal akhir</translation>
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
        <source>Fire points</source>
        <translation>Titik kebakaran</translation>
    </message>
    <message>
        <source>First less second</source>
        <translation>Pertama dikurangi kedua</translation>
    </message>
    <message>
        <source>First map</source>
        <translation>Peta pertama</translation>
    </message>
    <message>
        <source>First map: {first}; second map: {second}. Samples: those that have a class on both.</source>
        <translation>Peta pertama: {first}; peta kedua: {second}. Sampel: yang memiliki kelas pada keduanya.</translation>
    </message>
    <message>
        <source>Flagged (%)</source>
        <translation>Ditandai (%)</translation>
    </message>
    <message>
        <source>Flagged (ha)</source>
        <translation>Ditandai (ha)</translation>
    </message>
    <message>
        <source>Flagged is what lies below the threshold; percent of what was looked at.</source>
        <translation>Yang ditandai adalah yang terletak di bawah ambang; persentase dari yang diperiksa.</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Folder</translation>
    </message>
    <message>
        <source>Folder for all rasters</source>
        <translation>Folder untuk semua raster</translation>
    </message>
    <message>
        <source>Folds of the cross-validation</source>
        <translation>Lipatan (fold) validasi silang</translation>
    </message>
    <message>
        <source>Folds used (0: no cross-validation)</source>
        <translation>Lipatan yang dipakai (0: tanpa validasi silang)</translation>
    </message>
    <message>
        <source>Footprints</source>
        <translation>Batas potongan</translation>
    </message>
    <message>
        <source>For rare classes, and for accuracies near 100 %, few samples carry the estimate, and the usual interval, the same to both sides, is too short or runs beyond what is possible. The score interval is the one to quote for these.</source>
        <translation>Untuk kelas yang jarang, dan untuk akurasi mendekati 100%, dugaan hanya bertumpu pada sedikit sampel, dan selang biasa, yang sama panjang ke kedua sisi, terlalu pendek atau melampaui nilai yang mungkin. Untuk angka ini, kutip selang skor.</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Dari</translation>
    </message>
    <message>
        <source>From (ha)</source>
        <translation>Dari (ha)</translation>
    </message>
    <message>
        <source>From Sentinel-1 scenes before and after a fire to burned hectares: RBR, RBD, thresholds, accuracy, zones, report.</source>
        <translation>Dari citra Sentinel-1 sebelum dan sesudah kebakaran menjadi luas terbakar dalam hektare: RBR, RBD, ambang, akurasi, zona, laporan.</translation>
    </message>
    <message>
        <source>From a later and an earlier scene to mines, ranked alerts inside or outside permits, and hectares by kecamatan.</source>
        <translation>Dari citra tanggal akhir dan tanggal awal menjadi tambang, peringatan berperingkat di dalam atau di luar izin, dan luas per kecamatan dalam hektare.</translation>
    </message>
    <message>
        <source>From a scene and a trained model to land cover, its accuracy, and where and by how much it agrees with the plan.</source>
        <translation>Dari citra dan model terlatih menjadi tutupan lahan, akurasinya, serta di mana dan seberapa luas lahan sesuai dengan rencana tata ruang.</translation>
    </message>
    <message>
        <source>From a scene and training samples to land cover, its accuracy, hectares by desa, contiguous land and the spatial plan.</source>
        <translation>Dari citra dan sampel latih menjadi tutupan lahan, akurasinya, luas per desa dalam hektare, hamparan lahan, dan kesesuaian dengan rencana tata ruang.</translation>
    </message>
    <message>
        <source>From other zones (ha)</source>
        <translation>Dari zona lain (ha)</translation>
    </message>
    <message>
        <source>From radar scenes before and after a fire to burned area, its accuracy and hectares by kecamatan.</source>
        <translation>Dari citra radar sebelum dan sesudah kebakaran menjadi area terbakar, akurasinya, dan luas per kecamatan dalam hektare.</translation>
    </message>
    <message>
        <source>From zone to zone, in hectares</source>
        <translation>Dari zona ke zona, dalam hektare</translation>
    </message>
    <message>
        <source>From, to: the {confidence} % interval. A sample is in a zone where it lies.</source>
        <translation>Dari, sampai: selang kepercayaan {confidence}%. Suatu sampel termasuk zona tempat sampel itu terletak.</translation>
    </message>
    <message>
        <source>From, to: the {confidence} % interval. As counted it is Wilson&apos;s, where the design allows one, and with groups for as many single samples as tell the same; area-weighted it is the estimate and as much to both sides, within what is possible.</source>
        <translation>Dari, sampai: selang kepercayaan {confidence}%. Menurut cacah sampel dipakai selang Wilson, jika rancangannya memungkinkan, dan jika sampel berkelompok, untuk jumlah sampel tunggal yang setara; untuk yang berbobot luas, dugaan dengan jarak yang sama ke kedua sisi, sebatas nilai yang mungkin.</translation>
    </message>
    <message>
        <source>Fuel mask (0: cannot burn)</source>
        <translation>Mask bahan bakar (0: tidak dapat terbakar)</translation>
    </message>
    <message>
        <source>GROUP_FIELD is a field of LABEL_POLYGONS, which are not given: leave it empty.</source>
        <translation>GROUP_FIELD adalah field dari LABEL_POLYGONS, yang tidak diberikan: kosongkan GROUP_FIELD.</translation>
    </message>
    <message>
        <source>Gain (ha)</source>
        <translation>Bertambah (ha)</translation>
    </message>
    <message>
        <source>Gain less loss: by how much the class grew (+) or shrank (-).</source>
        <translation>Penambahan dikurangi pengurangan: seberapa luas kelas itu meluas (+) atau menyusut (-).</translation>
    </message>
    <message>
        <source>Gains and losses of each class</source>
        <translation>Penambahan dan pengurangan setiap kelas</translation>
    </message>
    <message>
        <source>Gains and losses of each zone</source>
        <translation>Penambahan dan pengurangan setiap zona</translation>
    </message>
    <message>
        <source>Gamma MAP</source>
        <translation>Gamma MAP</translation>
    </message>
    <message>
        <source>Gap (ha)</source>
        <translation>Celah (ha)</translation>
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
        <source>Gaps between zones (ha)</source>
        <translation>Celah antarzona (ha)</translation>
    </message>
    <message>
        <source>Give all classes the same weight</source>
        <translation>Beri semua kelas bobot yang sama</translation>
    </message>
    <message>
        <source>Give land cover as LANDCOVER (a class raster) or as LANDCOVER_POLYGONS, and not both.</source>
        <translation>Berikan tutupan lahan sebagai LANDCOVER (raster kelas) atau sebagai LANDCOVER_POLYGONS, jangan keduanya.</translation>
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
        <source>Give one source: either INPUT, FOLDER or RASTERS.</source>
        <translation>Berikan satu sumber: INPUT, FOLDER, atau RASTERS, salah satu saja.</translation>
    </message>
    <message>
        <source>Give the chosen cells the status &apos;{state}&apos;</source>
        <translation>Beri sel yang dipilih status &apos;{state}&apos;</translation>
    </message>
    <message>
        <source>Gives every pixel of a raster the class that a trained model finds most probable, and says how sure it is.</source>
        <translation>Memberi setiap piksel raster kelas yang paling mungkin menurut model terlatih, beserta tingkat keyakinannya.</translation>
    </message>
    <message>
        <source>Greatest depth</source>
        <translation>Kedalaman maksimum</translation>
    </message>
    <message>
        <source>Greatest depth (empty: no limit)</source>
        <translation>Kedalaman maksimum (kosong: tidak dibatasi)</translation>
    </message>
    <message>
        <source>Grid of (empty: all that the rasters cover)</source>
        <translation>Grid menurut (kosong: seluruh wilayah yang dicakup raster)</translation>
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
        <source>Ground of the plan in no unit: {outside} ha; ground of the units in no zone: {unplanned} ha.</source>
        <translation>Lahan rencana di luar semua wilayah administrasi: {outside} ha; lahan wilayah administrasi di luar semua zona: {unplanned} ha.</translation>
    </message>
    <message>
        <source>Ground of the plan, counted once</source>
        <translation>Lahan rencana, dihitung satu kali</translation>
    </message>
    <message>
        <source>Ground of the plan, counted once (ha)</source>
        <translation>Lahan rencana, dihitung satu kali (ha)</translation>
    </message>
    <message>
        <source>Ground seen on both dates (ha)</source>
        <translation>Lahan yang terlihat pada kedua tanggal (ha)</translation>
    </message>
    <message>
        <source>Ground that lies in a zone of the old and in a zone of the new plan; only there can a zone change.</source>
        <translation>Lahan yang terletak di dalam zona rencana lama sekaligus zona rencana baru; hanya di sana zona dapat berubah.</translation>
    </message>
    <message>
        <source>Ground that only the old, or only the new plan covers.</source>
        <translation>Lahan yang hanya tercakup rencana lama, atau hanya tercakup rencana baru.</translation>
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
        <source>Group field: features that belong together (empty: each for itself)</source>
        <translation>Field kelompok: fitur yang harus tetap bersama (kosong: masing-masing sendiri)</translation>
    </message>
    <message>
        <source>Group field: polygons that belong together</source>
        <translation>Field kelompok: poligon yang harus tetap bersama</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Kelompok</translation>
    </message>
    <message>
        <source>Groups of samples</source>
        <translation>Kelompok sampel</translation>
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
        <source>Hectares and percent of every class in every kabupaten, kecamatan and desa, to the partial pixel, with totals that close.</source>
        <translation>Hektare dan persen setiap kelas di setiap kabupaten, kecamatan, dan desa, sampai bagian piksel, dengan jumlah yang cocok.</translation>
    </message>
    <message>
        <source>Hectares by class code (JSON)</source>
        <translation>Hektare menurut kode kelas (JSON)</translation>
    </message>
    <message>
        <source>Hectares by desa</source>
        <translation>Luas per desa</translation>
    </message>
    <message>
        <source>Hectares by kecamatan</source>
        <translation>Luas per kecamatan</translation>
    </message>
    <message>
        <source>Hectares from zone to zone</source>
        <translation>Hektare dari zona ke zona</translation>
    </message>
    <message>
        <source>Hectares of each class in each zone</source>
        <translation>Hektare setiap kelas di setiap zona</translation>
    </message>
    <message>
        <source>Hectares of each class in each zone, for the whole map, the selected features or what the map shows</source>
        <translation>Hektare setiap kelas di setiap zona, untuk seluruh peta, fitur terpilih, atau bagian yang ditampilkan peta</translation>
    </message>
    <message>
        <source>Hectares on the ellipsoid, of the pixels that were compared. {dash}: nothing to divide by.</source>
        <translation>Hektare pada elipsoid, dari piksel yang dibandingkan. {dash}: pembaginya nol.</translation>
    </message>
    <message>
        <source>Hectares on the ellipsoid, pixels on the edge by the share that lies inside; rounded so that all totals add up.</source>
        <translation>Hektare pada elipsoid, piksel di tepi menurut bagiannya yang terletak di dalam; dibulatkan sehingga semua jumlahnya cocok.</translation>
    </message>
    <message>
        <source>Hectares that went from zone to zone between two plans (RTRW), in all and per kecamatan, with a map and a report.</source>
        <translation>Luas dalam hektare yang beralih dari zona ke zona di antara dua rencana tata ruang (RTRW), seluruhnya dan per kecamatan, dengan peta dan laporan.</translation>
    </message>
    <message>
        <source>Highest accuracy of a fold (0 to 1)</source>
        <translation>Akurasi tertinggi suatu lipatan (0 sampai 1)</translation>
    </message>
    <message>
        <source>Histogram of {title}, with lines at {marks}</source>
        <translation>Histogram {title}, dengan garis pada {marks}</translation>
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
        <source>Hotspots</source>
        <translation>Titik panas (hotspot)</translation>
    </message>
    <message>
        <source>Hotspots inside</source>
        <translation>Titik panas di dalam</translation>
    </message>
    <message>
        <source>How each zone agrees with the plan, in hectares</source>
        <translation>Kesesuaian setiap zona dengan rencana tata ruang, dalam hektare</translation>
    </message>
    <message>
        <source>How many pixels are right, those without the class included. Where the class is rare, it is high even for an empty map: do not judge by it alone.</source>
        <translation>Berapa banyak piksel yang benar, termasuk piksel tanpa kelas itu. Jika kelas itu jarang, akurasi tetap tinggi bahkan untuk peta kosong: jangan menilai dari akurasi saja.</translation>
    </message>
    <message>
        <source>How many pixels have which value: mean {mean}, standard deviation {std}, {count} pixels. The {share} % of them with the lowest and with the highest values may lie outside the drawing.</source>
        <translation>Jumlah piksel untuk setiap nilai: rata-rata {mean}, simpangan baku {std}, {count} piksel. Piksel dengan nilai terendah dan piksel dengan nilai tertinggi, masing-masing {share}%, mungkin berada di luar gambar.</translation>
    </message>
    <message>
        <source>How much of it need not have burned</source>
        <translation>Berapa bagian yang belum tentu terbakar</translation>
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
        <source>How much the result covers what lies below it on the map</source>
        <translation>Seberapa kuat hasil menutupi yang ada di bawahnya pada peta</translation>
    </message>
    <message>
        <source>How numbers are written, here and in the CSV and the report; auto: in the language of QGIS</source>
        <translation>Cara penulisan angka, di sini serta dalam CSV dan laporan; otomatis: menurut bahasa QGIS</translation>
    </message>
    <message>
        <source>How the figures close</source>
        <translation>Neraca luas tambang</translation>
    </message>
    <message>
        <source>How the points were drawn: auto, simple (random) or stratified</source>
        <translation>Cara titik diambil: auto, simple (acak sederhana), atau stratified (berstrata)</translation>
    </message>
    <message>
        <source>How this was counted</source>
        <translation>Cara penghitungan</translation>
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
        <source>INDEX is nrbr, and {name} is empty: give the other polarisation, such as VV, before and after.</source>
        <translation>INDEX bernilai nrbr, sedangkan {name} kosong: berikan polarisasi lain, misalnya VV, sebelum dan sesudah kebakaran.</translation>
    </message>
    <message>
        <source>INPUTS names {count} rasters: give from 2 to {most}, one of each date.</source>
        <translation>INPUTS menyebut {count} raster: berikan 2 sampai {most}, satu untuk setiap tanggal.</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Citra</translation>
    </message>
    <message>
        <source>Imagery</source>
        <translation>Citra satelit</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Jumlah citra</translation>
    </message>
    <message>
        <source>Images on another grid</source>
        <translation>Citra pada grid lain</translation>
    </message>
    <message>
        <source>Importance of the bands</source>
        <translation>Tingkat kepentingan kanal</translation>
    </message>
    <message>
        <source>Impurity importance in percent</source>
        <translation>Kepentingan impuritas dalam persen</translation>
    </message>
    <message>
        <source>Impurity importance: the band&apos;s share of what all splits of the forest do to part the classes.</source>
        <translation>Kepentingan impuritas (impurity importance): sumbangan kanal itu terhadap pemisahan kelas oleh semua percabangan dalam random forest.</translation>
    </message>
    <message>
        <source>In both plans</source>
        <translation>Dalam kedua rencana</translation>
    </message>
    <message>
        <source>In both plans (ha)</source>
        <translation>Dalam kedua rencana (ha)</translation>
    </message>
    <message>
        <source>In both plans, counted once (ha)</source>
        <translation>Dalam kedua rencana, dihitung satu kali (ha)</translation>
    </message>
    <message>
        <source>In cross-validation the forest gives {share} % of the samples their own class.</source>
        <translation>Dalam validasi silang, model menentukan kelas {share}% sampel dengan benar.</translation>
    </message>
    <message>
        <source>In more than one zone (ha)</source>
        <translation>Di lebih dari satu zona (ha)</translation>
    </message>
    <message>
        <source>In no administrative unit (ha)</source>
        <translation>Di luar semua wilayah administrasi (ha)</translation>
    </message>
    <message>
        <source>In no permit</source>
        <translation>Di luar semua izin</translation>
    </message>
    <message>
        <source>In power the bright places count most: the same loss of canopy gives a larger difference there.</source>
        <translation>Dalam daya, tempat yang terang paling berpengaruh: kehilangan tajuk yang sama memberikan selisih yang lebih besar di sana.</translation>
    </message>
    <message>
        <source>In the plan in force only (ha)</source>
        <translation>Hanya dalam rencana yang berlaku (ha)</translation>
    </message>
    <message>
        <source>In the revised plan only (ha)</source>
        <translation>Hanya dalam rencana revisi (ha)</translation>
    </message>
    <message>
        <source>In the same zone (ha)</source>
        <translation>Tetap di zona yang sama (ha)</translation>
    </message>
    <message>
        <source>In this plan only, counted once (ha)</source>
        <translation>Hanya dalam rencana ini, dihitung satu kali (ha)</translation>
    </message>
    <message>
        <source>In two classes</source>
        <translation>Dalam dua kelas</translation>
    </message>
    <message>
        <source>In zones for building, {available} ha of {planned} ha are not built on yet.</source>
        <translation>Di zona peruntukan terbangun, {available} ha dari {planned} ha belum terbangun.</translation>
    </message>
    <message>
        <source>In zones for building, {available} ha of {planned} ha are not built on yet; {nodata} ha are not mapped.</source>
        <translation>Di zona peruntukan terbangun, {available} ha dari {planned} ha belum terbangun; {nodata} ha tidak dipetakan.</translation>
    </message>
    <message>
        <source>In {crs}, a pixel count would give {percent} % too little here. The table is measured on the ellipsoid.</source>
        <translation>Dalam {crs}, cacah piksel di sini akan memberikan luas {percent}% terlalu kecil. Tabel diukur pada elipsoid.</translation>
    </message>
    <message>
        <source>In {crs}, a pixel count would give {percent} % too much here. The table is measured on the ellipsoid.</source>
        <translation>Dalam {crs}, cacah piksel di sini akan memberikan luas {percent}% terlalu besar. Tabel diukur pada elipsoid.</translation>
    </message>
    <message>
        <source>Index</source>
        <translation>Indeks</translation>
    </message>
    <message>
        <source>Indices, with commas (empty: all that the bands allow)</source>
        <translation>Indeks, dipisahkan koma (kosong: semua yang dapat dihitung dari kanalnya)</translation>
    </message>
    <message>
        <source>Inside (%)</source>
        <translation>Di dalam (%)</translation>
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
        <source>Install command of {package}</source>
        <translation>Perintah pemasangan {package}</translation>
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
        <source>Intersection over union: what both map and reference call the class, of what either does. Stricter than F1.</source>
        <translation>Irisan per gabungan (intersection over union): yang dinyatakan sebagai kelas itu oleh peta dan acuan, dibagi yang dinyatakan demikian oleh salah satu atau keduanya. Lebih ketat daripada F1.</translation>
    </message>
    <message>
        <source>Interval</source>
        <translation>Selang</translation>
    </message>
    <message>
        <source>Invalid outlines, repaired</source>
        <translation>Garis batas tidak valid, sudah diperbaiki</translation>
    </message>
    <message>
        <source>IoU</source>
        <translation>IoU</translation>
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
        <source>It is not shown that {second} is better than {first}: its overall accuracy is {points} percentage points higher, but chance alone may well make such a difference. That does not show that they are equal either; more samples may decide it.</source>
        <translation>Belum terbukti bahwa {second} lebih baik daripada {first}: akurasi keseluruhannya {points} poin persentase lebih tinggi, tetapi selisih seperti itu dapat saja terjadi karena kebetulan. Itu juga tidak membuktikan bahwa keduanya sama; lebih banyak sampel mungkin dapat memutuskannya.</translation>
    </message>
    <message>
        <source>It knows {name} least: {share} % of its samples; the largest part of the others is taken for {other}.</source>
        <translation>Yang paling sulit dikenali adalah {name}: hanya {share}% sampelnya benar; sisanya paling banyak dianggap {other}.</translation>
    </message>
    <message>
        <source>Its {confidence} % interval</source>
        <translation>Selang kepercayaan {confidence}%</translation>
    </message>
    <message>
        <source>Jeffries-Matusita distance of normal distributions: 2 apart, above 1.9 well separable, below 1 hardly; 0 the same. {dash}: a class with no more samples than bands.</source>
        <translation>Jarak Jeffries-Matusita antara sebaran normal: 2 terpisah sempurna, di atas 1,9 terpisah dengan baik, di bawah 1 sulit dipisahkan; 0 sama. {dash}: jumlah sampel kelas itu tidak melebihi jumlah kanal.</translation>
    </message>
    <message>
        <source>Judged by few groups, so that their accuracy is uncertain: {names}.</source>
        <translation>Dinilai dari sedikit kelompok sehingga akurasinya kurang pasti: {names}.</translation>
    </message>
    <message>
        <source>K is {value}: give a number of standard deviations, such as 1.5.</source>
        <translation>K bernilai {value}: berikan jumlah simpangan baku, misalnya 1.5.</translation>
    </message>
    <message>
        <source>Kabupaten</source>
        <translation>Kabupaten</translation>
    </message>
    <message>
        <source>Kabupaten/kota</source>
        <translation>Kabupaten/kota</translation>
    </message>
    <message>
        <source>Kappa</source>
        <translation>Kappa</translation>
    </message>
    <message>
        <source>Kappa as counted</source>
        <translation>Kappa menurut cacah sampel</translation>
    </message>
    <message>
        <source>Kappa by area</source>
        <translation>Kappa berbobot luas</translation>
    </message>
    <message>
        <source>Kappa hat</source>
        <translation>Kappa duga (kappa hat)</translation>
    </message>
    <message>
        <source>Kappa in three steps</source>
        <translation>Kappa dalam tiga tingkat</translation>
    </message>
    <message>
        <source>Kappa in words</source>
        <translation>Kategori kappa</translation>
    </message>
    <message>
        <source>Kappa is {kappa}: {words} (Landis and Koch 1977), {steps} on the scale of three steps.</source>
        <translation>Kappa bernilai {kappa}: {words} (Landis dan Koch 1977), {steps} pada skala tiga tingkat.</translation>
    </message>
    <message>
        <source>Kappa of the second map as counted</source>
        <translation>Kappa peta kedua menurut cacah sampel</translation>
    </message>
    <message>
        <source>Kappa of the two interpreters</source>
        <translation>Kappa kedua penafsir</translation>
    </message>
    <message>
        <source>Kappa, kappa hat</source>
        <translation>Kappa, kappa duga (kappa hat)</translation>
    </message>
    <message>
        <source>Kappa, samples as counted</source>
        <translation>Kappa, menurut cacah sampel</translation>
    </message>
    <message>
        <source>Kecamatan</source>
        <translation>Kecamatan</translation>
    </message>
    <message>
        <source>Kecamatan, or other zones</source>
        <translation>Kecamatan, atau zona lain</translation>
    </message>
    <message>
        <source>Keep the bands of the image before the indices</source>
        <translation>Pertahankan kanal citra di depan indeks</translation>
    </message>
    <message>
        <source>Keep the mask: it is the earlier one of the next run.</source>
        <translation>Simpan mask kelas ini: menjadi mask tanggal awal pada proses berikutnya.</translation>
    </message>
    <message>
        <source>Keep the results in</source>
        <translation>Simpan hasil di</translation>
    </message>
    <message>
        <source>Kept in {folder}.</source>
        <translation>Tersimpan di {folder}.</translation>
    </message>
    <message>
        <source>Kittler-Illingworth finds one class only in this index, and no second one that might have burned: filter the speckle first (despeckle), or set METHOD to otsu or mu_minus_sigma and look at what share it flags without any fire.</source>
        <translation>Kittler-Illingworth hanya menemukan satu kelas dalam indeks ini, tanpa kelas kedua yang mungkin terbakar: kurangi dahulu derau bercaknya (despeckle), atau atur METHOD menjadi otsu atau mu_minus_sigma dan perhatikan bagian yang ditandainya tanpa kebakaran.</translation>
    </message>
    <message>
        <source>Kuan</source>
        <translation>Kuan</translation>
    </message>
    <message>
        <source>LOOKS is {looks}: give a number above 0, such as 4.4 for Sentinel-1 GRD, or leave it empty.</source>
        <translation>LOOKS bernilai {looks}: berikan angka di atas 0, misalnya 4.4 untuk Sentinel-1 GRD, atau kosongkan.</translation>
    </message>
    <message>
        <source>Labels: class raster</source>
        <translation>Label: raster kelas</translation>
    </message>
    <message>
        <source>Land available for building</source>
        <translation>Lahan yang tersedia untuk dibangun</translation>
    </message>
    <message>
        <source>Land cover</source>
        <translation>Tutupan lahan</translation>
    </message>
    <message>
        <source>Land cover (class raster)</source>
        <translation>Tutupan lahan (raster kelas)</translation>
    </message>
    <message>
        <source>Land cover ({model})</source>
        <translation>Tutupan lahan ({model})</translation>
    </message>
    <message>
        <source>Land cover after (truth)</source>
        <translation>Tutupan lahan sesudah (data sebenarnya)</translation>
    </message>
    <message>
        <source>Land cover after, classified with mistakes</source>
        <translation>Tutupan lahan sesudah, hasil klasifikasi dengan kesalahan</translation>
    </message>
    <message>
        <source>Land cover and spatial plan</source>
        <translation>Tutupan lahan dan rencana tata ruang</translation>
    </message>
    <message>
        <source>Land cover before (truth)</source>
        <translation>Tutupan lahan sebelum (data sebenarnya)</translation>
    </message>
    <message>
        <source>Land cover in no zone: {area} ha.</source>
        <translation>Tutupan lahan di luar semua zona: {area} ha.</translation>
    </message>
    <message>
        <source>Land cover: {landcover}. Plan: {plan} ({field}). Units: {admin}. Rules: {rules}. Pantau {version}, {date}.</source>
        <translation>Tutupan lahan: {landcover}. Rencana: {plan} ({field}). Wilayah: {admin}. Aturan: {rules}. Pantau {version}, {date}.</translation>
    </message>
    <message>
        <source>Land cover: {map}; plan: {plan}; rules: {rules}; Pantau {version}, {date}.</source>
        <translation>Tutupan lahan: {map}; rencana: {plan}; aturan: {rules}; Pantau {version}, {date}.</translation>
    </message>
    <message>
        <source>Land for building that is not built on yet</source>
        <translation>Lahan peruntukan terbangun yang belum terbangun</translation>
    </message>
    <message>
        <source>Land that is the class on both maps; its percentage is of the class before.</source>
        <translation>Lahan yang termasuk kelas itu pada kedua peta; persentasenya terhadap luas awal kelas itu.</translation>
    </message>
    <message>
        <source>Land that the plan gives another use, which may still come: fields or bare land in a zone for settlement.</source>
        <translation>Lahan yang peruntukannya lain menurut rencana tata ruang, dan masih dapat diwujudkan: lahan pertanian atau lahan terbuka di zona permukiman.</translation>
    </message>
    <message>
        <source>Land that was the class and is no more; land that is the class and was not.</source>
        <translation>Lahan yang semula kelas itu dan sekarang bukan; lahan yang sekarang kelas itu dan semula bukan.</translation>
    </message>
    <message>
        <source>Land without a rule</source>
        <translation>Lahan tanpa aturan</translation>
    </message>
    <message>
        <source>Landis and Koch 1977, six bands.</source>
        <translation>Landis dan Koch 1977, enam jenjang.</translation>
    </message>
    <message>
        <source>Language of numbers</source>
        <translation>Format angka</translation>
    </message>
    <message>
        <source>Language of printed numbers</source>
        <translation>Bahasa penulisan angka</translation>
    </message>
    <message>
        <source>Largest change</source>
        <translation>Perubahan terluas</translation>
    </message>
    <message>
        <source>Later class map</source>
        <translation>Peta kelas tanggal akhir</translation>
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
        <source>Later scene</source>
        <translation>Citra tanggal akhir</translation>
    </message>
    <message>
        <source>Latitude</source>
        <translation>Lintang</translation>
    </message>
    <message>
        <source>Latitude, longitude</source>
        <translation>Lintang, bujur</translation>
    </message>
    <message>
        <source>Lay land cover over the plan</source>
        <translation>Tumpang susunkan tutupan lahan dengan rencana</translation>
    </message>
    <message>
        <source>Learns land cover classes from training samples, and says how far the forest can be trusted.</source>
        <translation>Mempelajari kelas tutupan lahan dari sampel latih, dan menyatakan sejauh mana random forest dapat dipercaya.</translation>
    </message>
    <message>
        <source>Lee</source>
        <translation>Lee</translation>
    </message>
    <message>
        <source>Lee sigma</source>
        <translation>Lee sigma</translation>
    </message>
    <message>
        <source>Left out of this are features without a second label ({missing}) and features whose second label the map does not know ({unknown}).</source>
        <translation>Tidak termasuk di sini fitur tanpa label kedua ({missing}) dan fitur yang label keduanya tidak dikenal peta ({unknown}).</translation>
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
        <source>Left out: patches under the minimum</source>
        <translation>Tidak disertakan: jumlah hamparan di bawah minimum</translation>
    </message>
    <message>
        <source>Left out: patches under the minimum (ha)</source>
        <translation>Tidak disertakan: luas hamparan di bawah minimum (ha)</translation>
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
        <source>Left out: {count} patches below {minimum} ha, together {area} ha, the largest of them {largest} ha.</source>
        <translation>Tidak disertakan: {count} hamparan di bawah {minimum} ha, seluruhnya {area} ha, yang terluas {largest} ha.</translation>
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
        <source>Left the plan (ha)</source>
        <translation>Keluar dari rencana (ha)</translation>
    </message>
    <message>
        <source>Left the plan, new in the plan</source>
        <translation>Keluar dari rencana, baru dalam rencana</translation>
    </message>
    <message>
        <source>Levels of the zones: {fields}.</source>
        <translation>Tingkat zona: {fields}.</translation>
    </message>
    <message>
        <source>Line {line} of {name} has no {column}: give class, zone and status, or remove the line.</source>
        <translation>Baris {line} pada {name} tidak memuat {column}: isi class, zone, dan status, atau hapus baris itu.</translation>
    </message>
    <message>
        <source>Line {line} of {name} has the status {status}, which is none: give a word such as sesuai, or remove the line.</source>
        <translation>Baris {line} dari {name} berstatus {status}, yang bukan status: berikan kata seperti sesuai, atau hapus baris itu.</translation>
    </message>
    <message>
        <source>Line {line} of {name} has the status {status}, which says what the map shows and is no rule: give another.</source>
        <translation>Baris {line} pada {name} berstatus {status}, yang menyatakan isi peta dan bukan aturan: berikan status lain.</translation>
    </message>
    <message>
        <source>Line {line}: &apos;{status}&apos; is no known status; did you mean {near}? It counts as a status of its own.</source>
        <translation>Baris {line}: &apos;{status}&apos; bukan status yang dikenal; apakah maksudnya {near}? Dihitung sebagai status tersendiri.</translation>
    </message>
    <message>
        <source>Line {line}: &apos;{status}&apos; is no known status; it counts as a status of its own.</source>
        <translation>Baris {line}: &apos;{status}&apos; bukan status yang dikenal; dihitung sebagai status tersendiri.</translation>
    </message>
    <message>
        <source>Lines {one} and {other} of {name} contradict each other: {land} in {zone} is {state} there and {second} here; remove one of them.</source>
        <translation>Baris {one} dan {other} pada {name} bertentangan: untuk {land} di {zone}, yang satu menyatakan {state} dan yang lain {second}; hapus salah satunya.</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>Muat</translation>
    </message>
    <message>
        <source>Load land cover (a class raster or polygons) and the polygons of the spatial plan, then choose them here. To try it first: Pantau &gt; Sample project.</source>
        <translation>Muat tutupan lahan (raster kelas atau poligon) dan poligon rencana tata ruang, lalu pilih di sini. Untuk mencoba dahulu: Pantau &gt; Proyek contoh.</translation>
    </message>
    <message>
        <source>Load rules</source>
        <translation>Muat aturan</translation>
    </message>
    <message>
        <source>Load rules from a CSV file</source>
        <translation>Muat aturan dari berkas CSV</translation>
    </message>
    <message>
        <source>Load {name}</source>
        <translation>Muat {name}</translation>
    </message>
    <message>
        <source>Longitude</source>
        <translation>Bujur</translation>
    </message>
    <message>
        <source>Looked at (ha)</source>
        <translation>Diperiksa (ha)</translation>
    </message>
    <message>
        <source>Looking for the device...</source>
        <translation>Mencari perangkat...</translation>
    </message>
    <message>
        <source>Loss (ha)</source>
        <translation>Berkurang (ha)</translation>
    </message>
    <message>
        <source>Loss, gain</source>
        <translation>Berkurang, bertambah</translation>
    </message>
    <message>
        <source>Lowest accuracy of a fold (0 to 1)</source>
        <translation>Akurasi terendah suatu lipatan (0 sampai 1)</translation>
    </message>
    <message>
        <source>MCC</source>
        <translation>MCC</translation>
    </message>
    <message>
        <source>METHOD is value, and VALUE is empty: give the threshold.</source>
        <translation>METHOD bernilai value, sedangkan VALUE kosong: berikan nilai ambangnya.</translation>
    </message>
    <message>
        <source>MIN_AREA_HA is 0, so the sieve would keep every patch: give the smallest area to keep, in hectares.</source>
        <translation>MIN_AREA_HA bernilai 0 sehingga sieve tidak akan menghapus apa pun: berikan luas terkecil yang dipertahankan, dalam hektare.</translation>
    </message>
    <message>
        <source>MIN_AREA_HA is {value:g} ha: give 0 or more.</source>
        <translation>MIN_AREA_HA bernilai {value:g} ha: berikan 0 atau lebih.</translation>
    </message>
    <message>
        <source>Made by</source>
        <translation>Dibuat dengan</translation>
    </message>
    <message>
        <source>Made with example rules, which are not official.</source>
        <translation>Dibuat dengan aturan contoh, yang tidak resmi.</translation>
    </message>
    <message>
        <source>Make a composite or a mosaic</source>
        <translation>Buat komposit atau mosaik</translation>
    </message>
    <message>
        <source>Make a sample district</source>
        <translation>Buat kabupaten contoh</translation>
    </message>
    <message>
        <source>Make a small, invented district whose every hectare is known, and open it with both docks filled in</source>
        <translation>Buat kabupaten kecil rekaan yang setiap hektarenya diketahui, lalu buka dengan kedua panel terisi</translation>
    </message>
    <message>
        <source>Make an area table (hectares by class and zone)</source>
        <translation>Buat tabel luas (hektare per kelas dan zona)</translation>
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
        <source>Makes one raster of reflectance of a Sentinel-2 or Landsat product or of band files, without clouds and shadows.</source>
        <translation>Membuat satu raster reflektansi dari produk Sentinel-2 atau Landsat atau dari berkas kanal, tanpa awan dan bayangan.</translation>
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
        <source>Map after</source>
        <translation>Peta akhir</translation>
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
        <source>Map before</source>
        <translation>Peta awal</translation>
    </message>
    <message>
        <source>Map burned area</source>
        <translation>Petakan area terbakar</translation>
    </message>
    <message>
        <source>Map burned area (threshold of a burn index)</source>
        <translation>Petakan area terbakar (ambang indeks kebakaran)</translation>
    </message>
    <message>
        <source>Map burned area from radar scenes</source>
        <translation>Petakan area terbakar dari citra radar</translation>
    </message>
    <message>
        <source>Map extent</source>
        <translation>Cakupan peta</translation>
    </message>
    <message>
        <source>Map of {count} area(s); the first of the list lies at latitude {lat}, longitude {lon}</source>
        <translation>Peta {count} lokasi; lokasi pertama dalam daftar terletak pada lintang {lat}, bujur {lon}</translation>
    </message>
    <message>
        <source>Mapped (ha)</source>
        <translation>Menurut peta (ha)</translation>
    </message>
    <message>
        <source>Mapped and adjusted area of each class, in hectares</source>
        <translation>Luas setiap kelas menurut peta dan luas terkoreksi, dalam hektare</translation>
    </message>
    <message>
        <source>Mapped {mapped} ha, no data {nodata} ha, beyond the raster {outside} ha; the parts of the zones in {area} are {own} ha, a difference of {difference} ha.</source>
        <translation>Menurut peta {mapped} ha, tanpa data {nodata} ha, di luar raster {outside} ha; luas bagian zona di dalam {area} menurut garis batasnya {own} ha, selisihnya {difference} ha.</translation>
    </message>
    <message>
        <source>Mapped {mapped} ha, no data {nodata} ha, beyond the raster {outside} ha; the zones&apos; own areas are {own} ha, a difference of {difference} ha.</source>
        <translation>Menurut peta {mapped} ha, tanpa data {nodata} ha, di luar raster {outside} ha; luas zona menurut garis batasnya {own} ha, selisihnya {difference} ha.</translation>
    </message>
    <message>
        <source>Mapped: counted on the map, errors included. Adjusted: estimated from the samples, by the columns of the matrix above; this is the area to report, with its interval. Hectares on the ellipsoid.</source>
        <translation>Menurut peta: dihitung pada peta, termasuk kesalahannya. Terkoreksi: diduga dari sampel, menurut kolom matriks di atas; inilah luas yang dilaporkan, beserta selangnya. Hektare pada elipsoid.</translation>
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
        <source>Masked: {percent} % of the pixels with data.</source>
        <translation>Dihapus: {percent}% dari piksel yang memuat data.</translation>
    </message>
    <message>
        <source>McNemar&apos;s test</source>
        <translation>Uji McNemar</translation>
    </message>
    <message>
        <source>McNemar&apos;s test speaks of the samples as counted; for the whole map of a stratified sample see the difference of overall accuracies by area.</source>
        <translation>Uji McNemar berlaku menurut cacah sampel; untuk seluruh peta dari sampel berstrata, lihat selisih akurasi keseluruhan berbobot luas.</translation>
    </message>
    <message>
        <source>McNemar&apos;s test: p</source>
        <translation>Uji McNemar: p</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Rata-rata</translation>
    </message>
    <message>
        <source>Mean and standard deviation of the index where it was looked at.</source>
        <translation>Rata-rata dan simpangan baku indeks pada bagian yang diperiksa.</translation>
    </message>
    <message>
        <source>Mean of each class in each band, {axis}; the pale band is one standard deviation to both sides.</source>
        <translation>Rata-rata setiap kelas pada setiap kanal, {axis}; pita pucat adalah satu simpangan baku ke kedua sisi.</translation>
    </message>
    <message>
        <source>Mean of the index</source>
        <translation>Rata-rata indeks</translation>
    </message>
    <message>
        <source>Mean {mean}, standard deviation {std}, of {count} pixels ({area} ha); {empty} ha have no data on one of the dates.</source>
        <translation>Rata-rata {mean}, simpangan baku {std}, dari {count} piksel ({area} ha); {empty} ha tanpa data pada salah satu tanggal.</translation>
    </message>
    <message>
        <source>Measure again</source>
        <translation>Ukur lagi</translation>
    </message>
    <message>
        <source>Measure contiguous land of a class</source>
        <translation>Ukur hamparan suatu kelas</translation>
    </message>
    <message>
        <source>Measure land cover change (from what to what)</source>
        <translation>Ukur perubahan tutupan lahan (dari apa menjadi apa)</translation>
    </message>
    <message>
        <source>Measuring...</source>
        <translation>Mengukur...</translation>
    </message>
    <message>
        <source>Median after</source>
        <translation>Median sesudah</translation>
    </message>
    <message>
        <source>Median before</source>
        <translation>Median sebelum</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Metode</translation>
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
        <source>Mines after (truth)</source>
        <translation>Tambang sesudah (data sebenarnya)</translation>
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
        <source>Mines before (truth)</source>
        <translation>Tambang sebelum (data sebenarnya)</translation>
    </message>
    <message>
        <source>Mines before, on the ground compared (ha)</source>
        <translation>Tambang pada tanggal awal, di lahan yang dibandingkan (ha)</translation>
    </message>
    <message>
        <source>Mines of the later date (mask)</source>
        <translation>Tambang tanggal akhir (mask kelas)</translation>
    </message>
    <message>
        <source>Mines of the later date (polygons)</source>
        <translation>Tambang tanggal akhir (poligon)</translation>
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
        <source>Mining permits</source>
        <translation>Izin pertambangan</translation>
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
        <source>Model</source>
        <translation>Model</translation>
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
        <source>More choices</source>
        <translation>Pilihan lainnya</translation>
    </message>
    <message>
        <source>Most pixels rest on a single date {when}: its speckle, rain and harvest go into the map. Give several dates.</source>
        <translation>Sebagian besar piksel hanya bertumpu pada satu tanggal {when} kebakaran: derau bercak (speckle), hujan, dan panen pada tanggal itu ikut terbawa ke peta. Berikan beberapa tanggal.</translation>
    </message>
    <message>
        <source>NDSI is the salinity index here; the snow index of that name is computed like MNDWI.</source>
        <translation>NDSI di sini adalah indeks salinitas; indeks salju dengan nama yang sama dihitung seperti MNDWI.</translation>
    </message>
    <message>
        <source>NRBR compares two polarisations: give the other one, such as VV, as CROSS_PRE and CROSS_POST.</source>
        <translation>NRBR membandingkan dua polarisasi: berikan polarisasi yang lain, misalnya VV, sebagai CROSS_PRE dan CROSS_POST.</translation>
    </message>
    <message>
        <source>NRBR: band of the other polarisation</source>
        <translation>NRBR: kanal polarisasi lain</translation>
    </message>
    <message>
        <source>NRBR: other polarisation after</source>
        <translation>NRBR: polarisasi lain sesudah</translation>
    </message>
    <message>
        <source>NRBR: other polarisation before</source>
        <translation>NRBR: polarisasi lain sebelum</translation>
    </message>
    <message>
        <source>Name field of the units</source>
        <translation>Field nama wilayah administrasi</translation>
    </message>
    <message>
        <source>Name field of the zones</source>
        <translation>Field nama zona</translation>
    </message>
    <message>
        <source>Name fields of the zones (with commas, outermost first)</source>
        <translation>Field nama zona (dipisahkan koma, mulai dari wilayah terluas)</translation>
    </message>
    <message>
        <source>Name fields of the zones, outermost first (commas; empty: recognised)</source>
        <translation>Field nama zona, dari wilayah terluas (koma; kosong: dikenali)</translation>
    </message>
    <message>
        <source>Name fields, outermost first (commas)</source>
        <translation>Field nama, dari wilayah terluas (koma)</translation>
    </message>
    <message>
        <source>Name of the status:</source>
        <translation>Nama status:</translation>
    </message>
    <message>
        <source>Name or number of the permit</source>
        <translation>Nama atau nomor izin</translation>
    </message>
    <message>
        <source>Narrow strips</source>
        <translation>Jalur sempit</translation>
    </message>
    <message>
        <source>Needed for</source>
        <translation>Diperlukan untuk</translation>
    </message>
    <message>
        <source>Neither the map nor the reference shows any {name} here.</source>
        <translation>Baik peta maupun acuan tidak menunjukkan {name} di sini.</translation>
    </message>
    <message>
        <source>Net</source>
        <translation>Neto</translation>
    </message>
    <message>
        <source>Net (ha)</source>
        <translation>Neto (ha)</translation>
    </message>
    <message>
        <source>Net change (ha)</source>
        <translation>Perubahan neto (ha)</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Baru</translation>
    </message>
    <message>
        <source>New in the plan (ha)</source>
        <translation>Baru dalam rencana (ha)</translation>
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
        <source>New plan</source>
        <translation>Rencana baru</translation>
    </message>
    <message>
        <source>New plan (ha)</source>
        <translation>Rencana baru (ha)</translation>
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
        <source>Newly mined (ha)</source>
        <translation>Bukaan baru (ha)</translation>
    </message>
    <message>
        <source>Newly mined ground by permit</source>
        <translation>Bukaan baru menurut izin</translation>
    </message>
    <message>
        <source>Newly mined outside permits (ha)</source>
        <translation>Bukaan baru di luar izin (ha)</translation>
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
        <source>No area of it lies there.</source>
        <translation>Tidak ada bagiannya di sana.</translation>
    </message>
    <message>
        <source>No band falls below {value:g}: a Sentinel-2 product of 2022 or later has {added:g} added to every value. Subtract it first, or the result means nothing.</source>
        <translation>Tidak ada kanal yang nilainya di bawah {value:g}: produk Sentinel-2 sejak 2022 ditambah {added:g} pada setiap nilai. Kurangkan dahulu, jika tidak hasilnya tidak bermakna.</translation>
    </message>
    <message>
        <source>No best model can be named without points of both classes or an official figure.</source>
        <translation>Model terbaik tidak dapat disebutkan tanpa titik dari kedua kelas atau angka resmi.</translation>
    </message>
    <message>
        <source>No class of {map} is known to be built-up, so it is not known what is available for building: list the built-up classes (BUILT_CLASSES), or say it in their names.</source>
        <translation>Tidak ada kelas {map} yang dikenali sebagai kelas terbangun sehingga luas yang tersedia untuk dibangun tidak diketahui: sebutkan kelas terbangun (BUILT_CLASSES), atau nyatakan hal itu dalam nama kelasnya.</translation>
    </message>
    <message>
        <source>No data</source>
        <translation>Tanpa data</translation>
    </message>
    <message>
        <source>No data (ha)</source>
        <translation>Tanpa data (ha)</translation>
    </message>
    <message>
        <source>No data in one of the maps: {before} ha have a class only before, {after} ha only after.</source>
        <translation>Tanpa data pada salah satu peta: {before} ha hanya memiliki kelas pada peta awal, {after} ha hanya pada peta akhir.</translation>
    </message>
    <message>
        <source>No data in the product: {percent} % of the area.</source>
        <translation>Tanpa data dalam produk: {percent}% dari area.</translation>
    </message>
    <message>
        <source>No feature of {layer} has a value in the field {field}: choose the field of classes.</source>
        <translation>Tidak ada fitur {layer} yang memiliki nilai pada field {field}: pilih field kelas.</translation>
    </message>
    <message>
        <source>No field of {layer} is known to hold its names ({fields}): choose one as {name}.</source>
        <translation>Tidak ada field {layer} yang dikenali sebagai field nama ({fields}): pilih salah satu sebagai {name}.</translation>
    </message>
    <message>
        <source>No folder for the results can be made in {folder} ({reason}): choose another under &apos;More choices&apos;.</source>
        <translation>Folder hasil tidak dapat dibuat di {folder} ({reason}): pilih folder lain pada &apos;Pilihan lainnya&apos;.</translation>
    </message>
    <message>
        <source>No geometry</source>
        <translation>Tanpa geometri</translation>
    </message>
    <message>
        <source>No ground changed its zone.</source>
        <translation>Tidak ada lahan yang berubah zona.</translation>
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
        <source>No labelled feature of {points} has a geometry: choose a layer of points or polygons.</source>
        <translation>Tidak ada fitur berlabel pada {points} yang memiliki geometri: pilih layer titik atau poligon.</translation>
    </message>
    <message>
        <source>No labelled feature of {points} lies in a stratum: check STRATA.</source>
        <translation>Tidak ada fitur berlabel pada {points} yang terletak di dalam stratum: periksa STRATA.</translation>
    </message>
    <message>
        <source>No labelled feature of {points} lies where {map} has data: choose points on the map.</source>
        <translation>Tidak ada fitur berlabel dari {points} yang terletak di bagian {map} yang memuat data: pilih titik di atas peta.</translation>
    </message>
    <message>
        <source>No line of the rules speaks of these pairs. They count neither as conforming nor as not conforming: add lines for them.</source>
        <translation>Tidak ada baris aturan untuk pasangan ini. Pasangan ini tidak dihitung sebagai sesuai ataupun tidak sesuai: tambahkan baris untuknya.</translation>
    </message>
    <message>
        <source>No longer in the project: {layers}. Choose other layers above.</source>
        <translation>Sudah tidak ada di proyek: {layers}. Pilih layer lain di atas.</translation>
    </message>
    <message>
        <source>No model is given: choose the .onnx file that &apos;Train a random forest&apos; has written.</source>
        <translation>Model tidak diberikan: pilih berkas .onnx yang ditulis oleh &apos;Latih random forest&apos;.</translation>
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
        <source>No pixel holds data both before and after where it is looked at: choose scenes that overlap, and check the area of interest and the fuel mask.</source>
        <translation>Tidak ada piksel yang memuat data sebelum dan sesudah di bagian yang diperiksa: pilih citra yang bertumpang tindih, dan periksa area kajian dan mask bahan bakar.</translation>
    </message>
    <message>
        <source>No pixel of {before} can be compared with {after}: choose two that overlap and hold data, within the area of interest if there is one.</source>
        <translation>Tidak ada piksel {before} yang dapat dibandingkan dengan {after}: pilih dua yang bertumpang tindih dan memuat data, di dalam area kajian jika ada.</translation>
    </message>
    <message>
        <source>No pixel of {before} can be compared with {after}: choose two that overlap and hold data.</source>
        <translation>Tidak ada piksel {before} yang dapat dibandingkan dengan {after}: pilih dua yang bertumpang tindih dan memuat data.</translation>
    </message>
    <message>
        <source>No pixel of {map} can be compared with {reference}: choose two that overlap and hold data, within the area of interest if there is one.</source>
        <translation>Tidak ada piksel {map} yang dapat dibandingkan dengan {reference}: pilih dua yang bertumpang tindih dan memuat data, di dalam area kajian jika ada.</translation>
    </message>
    <message>
        <source>No pixel of {map} has a class and a stratum in the area to assess: check STRATA and the area of interest.</source>
        <translation>Tidak ada piksel {map} yang memiliki kelas dan stratum di area yang diuji: periksa STRATA dan area kajian.</translation>
    </message>
    <message>
        <source>No pixel of {name} has a class and a stratum here: check STRATA and the area of interest.</source>
        <translation>Tidak ada piksel {name} yang memiliki kelas sekaligus stratum di sini: periksa STRATA dan area kajian.</translation>
    </message>
    <message>
        <source>No pixel of {name} holds data here: check its nodata value and the area of interest.</source>
        <translation>Tidak ada piksel {name} yang memuat data di sini: periksa nilai tanpa data (nodata) raster itu dan area kajian.</translation>
    </message>
    <message>
        <source>No pixel of {pre} and {post} holds data on both dates: choose two that overlap, and an area where they do.</source>
        <translation>Tidak ada piksel {pre} dan {post} yang memuat data pada kedua tanggal: pilih dua raster yang bertumpang tindih, dan area di bagian yang bertumpang tindih itu.</translation>
    </message>
    <message>
        <source>No point lies in these strata, so nothing will be known of them: {strata}.</source>
        <translation>Tidak ada titik di strata berikut sehingga tidak ada yang dapat diketahui tentangnya: {strata}.</translation>
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
        <source>No rule says conform or not conform of the land there, but: {states}.</source>
        <translation>Tidak ada aturan yang menyatakan lahan di sana sesuai atau tidak sesuai, melainkan: {states}.</translation>
    </message>
    <message>
        <source>No rule speaks of the land that is shown.</source>
        <translation>Tidak ada aturan untuk lahan yang ditampilkan.</translation>
    </message>
    <message>
        <source>No rule speaks of {area} ha ({pairs}): add lines for them to the rules.</source>
        <translation>Tidak ada aturan untuk {area} ha ({pairs}): tambahkan baris untuk pasangan itu pada aturan.</translation>
    </message>
    <message>
        <source>No rule speaks of {area} ha.</source>
        <translation>Tidak ada aturan untuk {area} ha.</translation>
    </message>
    <message>
        <source>No sample is left: {outside} features of {layer} lie outside {raster}, {nodata} pixels hold no data, and {conflict} lie in features of several classes: draw samples where the raster has data.</source>
        <translation>Tidak ada sampel yang tersisa: {outside} fitur {layer} terletak di luar {raster}, {nodata} piksel tanpa data, dan {conflict} piksel berada dalam fitur dari beberapa kelas: gambar sampel di bagian raster yang memuat data.</translation>
    </message>
    <message>
        <source>No speckle filter.</source>
        <translation>Tanpa filter speckle.</translation>
    </message>
    <message>
        <source>No standard error can be expected, since a stratum has no point.</source>
        <translation>Galat baku tidak dapat diperkirakan karena ada stratum tanpa titik.</translation>
    </message>
    <message>
        <source>No stratum</source>
        <translation>Tanpa stratum</translation>
    </message>
    <message>
        <source>No zone for building is shown: name such zones under &apos;More choices&apos;, or choose other zones on the map.</source>
        <translation>Tidak ada zona peruntukan terbangun yang ditampilkan: sebutkan zona itu pada &apos;Pilihan lainnya&apos;, atau pilih zona lain di peta.</translation>
    </message>
    <message>
        <source>No zone is known to be for building, so no availability was counted: list such zones (BUILT_ZONES).</source>
        <translation>Tidak ada zona yang dikenali sebagai peruntukan terbangun sehingga ketersediaan lahan tidak dihitung: sebutkan zona seperti itu (BUILT_ZONES).</translation>
    </message>
    <message>
        <source>No zone is known to be for building: list such zones (BUILT_ZONES), and this section says what is left in them.</source>
        <translation>Tidak ada zona yang dikenali sebagai peruntukan terbangun: sebutkan zona seperti itu (BUILT_ZONES), dan bagian ini akan menyatakan sisa lahan di dalamnya.</translation>
    </message>
    <message>
        <source>No zone of {zones} lies over {map}: check that the layer and its CRS are the right ones.</source>
        <translation>Tidak ada zona {zones} yang terletak di atas {map}: pastikan layer dan sistem koordinatnya benar.</translation>
    </message>
    <message>
        <source>No, {second} does not come out better than {first}: its overall accuracy is {points} percentage points lower, though chance alone may well make such a difference.</source>
        <translation>Tidak, {second} tidak lebih baik daripada {first}: akurasi keseluruhannya {points} poin persentase lebih rendah, meskipun selisih seperti itu dapat saja terjadi karena kebetulan.</translation>
    </message>
    <message>
        <source>No, {second} is worse than {first}: its overall accuracy is {points} percentage points lower, more than chance explains.</source>
        <translation>Tidak, {second} lebih buruk daripada {first}: akurasi keseluruhannya {points} poin persentase lebih rendah, melebihi yang dapat dijelaskan oleh kebetulan.</translation>
    </message>
    <message>
        <source>No: {second} is not better than {first}; both have the same overall accuracy on these samples.</source>
        <translation>Tidak: {second} tidak lebih baik daripada {first}; akurasi keseluruhan keduanya sama pada sampel ini.</translation>
    </message>
    <message>
        <source>Nonconformity, ranked</source>
        <translation>Ketidaksesuaian, berperingkat</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Tidak ada</translation>
    </message>
    <message>
        <source>None of the points burned (used: {count}): a map on which nothing burns scores 100 %, so the overall accuracy says nothing of burned land. Add points of burned places.</source>
        <translation>Tidak satu pun titik terbakar (dipakai: {count}): peta yang menyatakan tidak ada yang terbakar memperoleh 100% sehingga akurasi keseluruhan tidak menyatakan apa pun tentang lahan terbakar. Tambahkan titik di tempat terbakar.</translation>
    </message>
    <message>
        <source>None of the points of {name} can be used: there is no accuracy.</source>
        <translation>Tidak ada titik {name} yang dapat dipakai: akurasi tidak dapat dihitung.</translation>
    </message>
    <message>
        <source>None of the rasters reaches the area of interest, or the reference raster: choose others that overlap them.</source>
        <translation>Tidak ada raster yang mencapai area kajian, atau raster acuan: pilih raster lain yang bertumpang tindih dengannya.</translation>
    </message>
    <message>
        <source>None: the whole raster</source>
        <translation>Tidak ada: seluruh raster</translation>
    </message>
    <message>
        <source>Not conform (ha)</source>
        <translation>Tidak sesuai (ha)</translation>
    </message>
    <message>
        <source>Not known: strata without samples</source>
        <translation>Tidak diketahui: strata tanpa sampel</translation>
    </message>
    <message>
        <source>Not realised yet</source>
        <translation>Belum terwujud</translation>
    </message>
    <message>
        <source>Not realised yet (ha)</source>
        <translation>Belum terwujud (ha)</translation>
    </message>
    <message>
        <source>Not sampled (% of the map)</source>
        <translation>Tidak diambil sampelnya (% peta)</translation>
    </message>
    <message>
        <source>Not up to date</source>
        <translation>Tidak mutakhir</translation>
    </message>
    <message>
        <source>Nothing burned (%)</source>
        <translation>Tidak ada yang terbakar (%)</translation>
    </message>
    <message>
        <source>Nothing burned: the overall accuracy of a map on which nothing burned; a model below it says less than an empty map. A model below {least} % is not acceptable (Wozniak and Aleksandrowicz 2019).</source>
        <translation>Tidak ada yang terbakar: akurasi keseluruhan peta yang menyatakan tidak ada yang terbakar; model di bawahnya kurang informatif daripada peta kosong. Model di bawah {least}% tidak dapat diterima (Wozniak dan Aleksandrowicz 2019).</translation>
    </message>
    <message>
        <source>Nothing can be said for the whole map, nor whether it reaches what was asked for: {percent} % of it was never sampled.</source>
        <translation>Untuk seluruh peta tidak ada yang dapat disimpulkan, begitu pula apakah peta mencapai yang disyaratkan: {percent}% peta tidak pernah disampel.</translation>
    </message>
    <message>
        <source>Nothing can be written in {folder} ({reason}): choose another folder.</source>
        <translation>Tidak ada yang dapat ditulis di {folder} ({reason}): pilih folder lain.</translation>
    </message>
    <message>
        <source>Nothing has been run yet: choose the layers, look at the rules, then run.</source>
        <translation>Belum ada yang dijalankan: pilih layer, periksa aturan, lalu jalankan.</translation>
    </message>
    <message>
        <source>Nothing is known of the accuracy: no sample has a class both on the map and in the reference.</source>
        <translation>Akurasinya tidak diketahui: tidak ada sampel yang memiliki kelas pada peta sekaligus pada acuan.</translation>
    </message>
    <message>
        <source>Nothing is left out. Features: {features}; samples: {n}.</source>
        <translation>Semua sampel dipakai. Fitur: {features}; sampel: {n}.</translation>
    </message>
    <message>
        <source>Nothing is selected in {layer}: select zones on the map.</source>
        <translation>Tidak ada fitur yang dipilih di {layer}: pilih zona di peta.</translation>
    </message>
    <message>
        <source>Nothing lies beyond the threshold.</source>
        <translation>Tidak ada yang melampaui ambang.</translation>
    </message>
    <message>
        <source>Nothing tells which model is the best: give points of burned and of unburned places, or the official area. BEST shows {fallback}, which need not be right.</source>
        <translation>Tidak ada yang menunjukkan model mana yang terbaik: berikan titik tempat terbakar dan tidak terbakar, atau luas resmi. BEST menampilkan {fallback}, yang belum tentu benar.</translation>
    </message>
    <message>
        <source>Nothing there to show on the map.</source>
        <translation>Tidak ada yang dapat ditampilkan di peta.</translation>
    </message>
    <message>
        <source>Nothing was judged, since no rule speaks of any land: there is no degree of conformity, and 0 % says nothing.</source>
        <translation>Tidak ada yang dinilai karena tidak ada lahan yang diatur suatu aturan: tingkat kesesuaian tidak ada, dan angka 0% tidak bermakna apa-apa.</translation>
    </message>
    <message>
        <source>Nothing was judged: no rule speaks of the land that {map} shows in {plan}.</source>
        <translation>Tidak ada yang dinilai: tidak ada aturan untuk lahan yang ditunjukkan {map} di {plan}.</translation>
    </message>
    <message>
        <source>Numbers: auto</source>
        <translation>Angka: otomatis</translation>
    </message>
    <message>
        <source>OFFICIAL_HA is {value:g} ha: give what was published, more than 0, or leave it empty.</source>
        <translation>OFFICIAL_HA bernilai {value:g} ha: berikan luas yang dipublikasikan, lebih dari 0, atau kosongkan.</translation>
    </message>
    <message>
        <source>OVERLAP is {value:g} percent: give 0 to 50.</source>
        <translation>OVERLAP bernilai {value:g} persen: berikan 0 sampai 50.</translation>
    </message>
    <message>
        <source>Observations</source>
        <translation>Jumlah pengamatan</translation>
    </message>
    <message>
        <source>Of a simple random sample only.</source>
        <translation>Hanya untuk sampel acak sederhana.</translation>
    </message>
    <message>
        <source>Of burned land (%)</source>
        <translation>Lahan terbakar (%)</translation>
    </message>
    <message>
        <source>Of decided (%)</source>
        <translation>Dari yang diputuskan (%)</translation>
    </message>
    <message>
        <source>Of it outside permits (ha)</source>
        <translation>Bagian di luar izin (ha)</translation>
    </message>
    <message>
        <source>Of overall accuracy, area-weighted: {interval} %.</source>
        <translation>Untuk akurasi keseluruhan, berbobot luas: {interval}%.</translation>
    </message>
    <message>
        <source>Of the</source>
        <translation>Terhadap</translation>
    </message>
    <message>
        <source>Of the district (%)</source>
        <translation>Dari kabupaten (%)</translation>
    </message>
    <message>
        <source>Of the mines of one date, {area} ha lie where the other date saw nothing; they are not compared.</source>
        <translation>Dari tambang pada salah satu tanggal, {area} ha terletak di bagian yang tidak terlihat pada tanggal lainnya; luas itu tidak dibandingkan.</translation>
    </message>
    <message>
        <source>Of the points that burned, how many the map calls burned; 100 % less it is omission.</source>
        <translation>Dari titik yang terbakar, berapa yang menurut peta terbakar; kekurangannya hingga 100% adalah omisi.</translation>
    </message>
    <message>
        <source>Of the points that the map calls burned, how many burned; 100 % less it is commission.</source>
        <translation>Dari titik yang menurut peta terbakar, berapa yang memang terbakar; kekurangannya hingga 100% adalah komisi.</translation>
    </message>
    <message>
        <source>Of the samples of the class, the share to which the forest gives it.</source>
        <translation>Dari sampel kelas itu, bagian yang dinyatakan model sebagai kelas itu.</translation>
    </message>
    <message>
        <source>Of the samples that the forest gives the class, the share that is the class.</source>
        <translation>Dari sampel yang dinyatakan model sebagai kelas itu, bagian yang memang kelas itu.</translation>
    </message>
    <message>
        <source>Of the zone, together with what has no data and what lies beyond the raster.</source>
        <translation>Terhadap luas zona, termasuk bagian tanpa data dan bagian di luar raster.</translation>
    </message>
    <message>
        <source>Of what is the class in truth, the share that the map finds. What is missing to 100 % is omission: land left out.</source>
        <translation>Dari yang sebenarnya kelas itu, bagian yang ditemukan peta. Kekurangannya hingga 100% adalah omisi: lahan yang terlewat.</translation>
    </message>
    <message>
        <source>Of what the map calls the class, the share that is the class. What is missing to 100 % is commission: land wrongly included.</source>
        <translation>Dari yang dinyatakan peta sebagai kelas itu, bagian yang memang kelas itu. Kekurangannya hingga 100% adalah komisi: lahan yang keliru dimasukkan.</translation>
    </message>
    <message>
        <source>Of what the map calls {name}, {precision} % is {name} in the reference too. It finds {recall} % of what the reference calls {name}.</source>
        <translation>Dari yang dinyatakan peta sebagai {name}, {precision}% juga merupakan {name} menurut acuan. Peta menemukan {recall}% dari yang dinyatakan acuan sebagai {name}.</translation>
    </message>
    <message>
        <source>Of {area} ha that were looked at.</source>
        <translation>Dari {area} ha yang diperiksa.</translation>
    </message>
    <message>
        <source>Of {looked} ha that were looked at.</source>
        <translation>Dari {looked} ha yang diperiksa.</translation>
    </message>
    <message>
        <source>Of {looked} patches, dropped: {cloudy} for clouds, {empty} for missing data, {unknown} with nothing known, {apart} with mines for the distance between the sides; {spare} without a mine were not drawn.</source>
        <translation>Dari {looked} potongan, dibuang: {cloudy} karena awan, {empty} karena bagian tanpa data, {unknown} karena tidak ada piksel yang diketahui, {apart} yang memuat tambang karena jarak antara data latih dan validasi; {spare} tanpa tambang tidak terambil.</translation>
    </message>
    <message>
        <source>Of {total} ha that both {old} and {new} cover, {changed} ha ({percent} %) changed zone.</source>
        <translation>Dari {total} ha yang tercakup dalam {old} dan {new}, {changed} ha ({percent}%) berubah zona.</translation>
    </message>
    <message>
        <source>Official burned area (ha)</source>
        <translation>Luas area terbakar resmi (ha)</translation>
    </message>
    <message>
        <source>Old plan</source>
        <translation>Rencana lama</translation>
    </message>
    <message>
        <source>Old plan (ha)</source>
        <translation>Rencana lama (ha)</translation>
    </message>
    <message>
        <source>Old plan, new plan</source>
        <translation>Rencana lama, rencana baru</translation>
    </message>
    <message>
        <source>Omission</source>
        <translation>Omisi</translation>
    </message>
    <message>
        <source>On another grid than {first}, so of these the nearest pixels are taken: {names}.</source>
        <translation>Gridnya berbeda dari grid {first} sehingga diambil piksel terdekat: {names}.</translation>
    </message>
    <message>
        <source>On another grid, so interpolated at the pixels of {pre}: {names}.</source>
        <translation>Pada grid lain, sehingga diinterpolasi pada piksel {pre}: {names}.</translation>
    </message>
    <message>
        <source>On the ellipsoid, so the same in every coordinate system.</source>
        <translation>Pada elipsoid, jadi sama dalam setiap sistem koordinat.</translation>
    </message>
    <message>
        <source>On the ellipsoid, so the same in every coordinate system. A pixel on the edge of a zone counts with the share of it that lies inside.</source>
        <translation>Pada elipsoid, jadi sama dalam setiap sistem koordinat. Piksel di tepi zona dihitung menurut bagiannya yang terletak di dalam zona.</translation>
    </message>
    <message>
        <source>On the ellipsoid, so the same in every coordinate system; rounded so that they add up.</source>
        <translation>Pada elipsoid, jadi sama dalam setiap sistem koordinat; dibulatkan sehingga jumlahnya tepat.</translation>
    </message>
    <message>
        <source>On the ground compared</source>
        <translation>Di lahan yang dibandingkan</translation>
    </message>
    <message>
        <source>On the map, but not in the area asked for.</source>
        <translation>Pada peta, tetapi di luar area yang diminta.</translation>
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
        <source>Only the old plan covers {old} ha, only the new one {new} ha.</source>
        <translation>Hanya tercakup dalam rencana lama: {old} ha; hanya dalam rencana baru: {new} ha.</translation>
    </message>
    <message>
        <source>Only the reference has these classes, and all their samples count as omitted: {classes}.</source>
        <translation>Hanya acuan yang memiliki kelas berikut, dan semua sampelnya dihitung sebagai omisi: {classes}.</translation>
    </message>
    <message>
        <source>Only what lies in {area} is measured: of {count} zones it cuts {cut} and leaves out {left}. The own area of a zone is that of its part inside.</source>
        <translation>Hanya yang terletak di dalam {area} yang diukur: dari {count} zona, {cut} terpotong dan {left} tidak termasuk. Luas zona adalah luas bagiannya yang ada di dalam.</translation>
    </message>
    <message>
        <source>Only what the map shows is measured.</source>
        <translation>Yang diukur hanya yang tampak pada peta.</translation>
    </message>
    <message>
        <source>Only what the map shows is measured: zones are cut at its edge.</source>
        <translation>Yang diukur hanya yang tampak pada peta: zona dipotong di tepinya.</translation>
    </message>
    <message>
        <source>Only where {fuel} has a class other than 0 can anything burn.</source>
        <translation>Hanya bagian yang kelasnya pada {fuel} bukan 0 yang dapat terbakar.</translation>
    </message>
    <message>
        <source>Open the guide</source>
        <translation>Buka panduan</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Lain</translation>
    </message>
    <message>
        <source>Other (ha)</source>
        <translation>Lainnya (ha)</translation>
    </message>
    <message>
        <source>Other points that check the map</source>
        <translation>Titik lain untuk memeriksa peta</translation>
    </message>
    <message>
        <source>Otsu and Kittler-Illingworth cut the logarithm of RBR where two classes part, if there are two.</source>
        <translation>Otsu dan Kittler-Illingworth memotong logaritma RBR di batas antara dua kelas, jika memang ada dua.</translation>
    </message>
    <message>
        <source>Out of bag</source>
        <translation>Out-of-bag (OOB)</translation>
    </message>
    <message>
        <source>Out of bag the forest gives {share} % of the samples their own class.</source>
        <translation>Menurut out-of-bag (OOB), model menentukan kelas {share}% sampel dengan benar.</translation>
    </message>
    <message>
        <source>Out of bag: {accuracy} % right.</source>
        <translation>Out-of-bag: {accuracy}% benar.</translation>
    </message>
    <message>
        <source>Out of date: edited since this result: {layers}. Run again.</source>
        <translation>Kedaluwarsa: disunting sejak hasil ini dibuat: {layers}. Jalankan lagi.</translation>
    </message>
    <message>
        <source>Out of date: the rules or the choices have changed since this result. Run again.</source>
        <translation>Kedaluwarsa: aturan atau pilihan telah berubah sejak hasil ini dibuat. Jalankan lagi.</translation>
    </message>
    <message>
        <source>Outside</source>
        <translation>Di luar raster</translation>
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
        <source>Outside the area of interest</source>
        <translation>Di luar area kajian</translation>
    </message>
    <message>
        <source>Outside the map</source>
        <translation>Di luar peta</translation>
    </message>
    <message>
        <source>Overall (%)</source>
        <translation>Keseluruhan (%)</translation>
    </message>
    <message>
        <source>Overall accuracy (%)</source>
        <translation>Akurasi keseluruhan (%)</translation>
    </message>
    <message>
        <source>Overall accuracy (%), area-weighted</source>
        <translation>Akurasi keseluruhan (%), berbobot luas</translation>
    </message>
    <message>
        <source>Overall accuracy (%), samples as counted</source>
        <translation>Akurasi keseluruhan (%), menurut cacah sampel</translation>
    </message>
    <message>
        <source>Overall accuracy (0 to 1)</source>
        <translation>Akurasi keseluruhan (0 sampai 1)</translation>
    </message>
    <message>
        <source>Overall accuracy as counted (0 to 1)</source>
        <translation>Akurasi keseluruhan menurut cacah sampel (0 sampai 1)</translation>
    </message>
    <message>
        <source>Overall accuracy by area (0 to 1)</source>
        <translation>Akurasi keseluruhan berbobot luas (0 sampai 1)</translation>
    </message>
    <message>
        <source>Overall accuracy in cross-validation (0 to 1)</source>
        <translation>Akurasi keseluruhan dalam validasi silang (0 sampai 1)</translation>
    </message>
    <message>
        <source>Overall accuracy is {overall} % (samples: {n}) of the {share} % of the map that was sampled; no interval can be given.</source>
        <translation>Akurasi keseluruhan adalah {overall}% (sampel: {n}) untuk {share}% peta yang disampel; selangnya tidak dapat diberikan.</translation>
    </message>
    <message>
        <source>Overall accuracy is {overall} % (samples: {n}); no interval can be given.</source>
        <translation>Akurasi keseluruhan adalah {overall}% (sampel: {n}); selangnya tidak dapat diberikan.</translation>
    </message>
    <message>
        <source>Overall accuracy is {overall} % ({confidence} % confidence interval {low} to {high} %; samples: {n}) of the {share} % of the map that was sampled.</source>
        <translation>Akurasi keseluruhan adalah {overall}% (selang kepercayaan {confidence}%: {low} sampai {high}%; sampel: {n}) untuk {share}% peta yang disampel.</translation>
    </message>
    <message>
        <source>Overall accuracy is {overall} % ({confidence} % confidence interval {low} to {high} %; samples: {n}).</source>
        <translation>Akurasi keseluruhan adalah {overall}% (selang kepercayaan {confidence}%: {low} sampai {high}%; sampel: {n}).</translation>
    </message>
    <message>
        <source>Overall accuracy of the second map as counted (0 to 1)</source>
        <translation>Akurasi keseluruhan peta kedua menurut cacah sampel (0 sampai 1)</translation>
    </message>
    <message>
        <source>Overall accuracy out of bag (0 to 1)</source>
        <translation>Akurasi keseluruhan out-of-bag (0 sampai 1)</translation>
    </message>
    <message>
        <source>Overall accuracy {low} to {high} with {confidence} % confidence; kappa: {words}.</source>
        <translation>Akurasi keseluruhan {low} sampai {high} dengan tingkat kepercayaan {confidence}%; kappa: {words}.</translation>
    </message>
    <message>
        <source>Overall accuracy {overall} % (nothing burned: {empty} %), kappa {kappa}.</source>
        <translation>Akurasi keseluruhan {overall}% (tidak ada yang terbakar: {empty}%), kappa {kappa}.</translation>
    </message>
    <message>
        <source>Overall accuracy {overall} % of {count} samples. Kappa {kappa} ({words}).</source>
        <translation>Akurasi keseluruhan {overall}% dari {count} sampel. Kappa {kappa} ({words}).</translation>
    </message>
    <message>
        <source>Overall accuracy, lower limit</source>
        <translation>Akurasi keseluruhan, batas bawah</translation>
    </message>
    <message>
        <source>Overall accuracy, upper limit</source>
        <translation>Akurasi keseluruhan, batas atas</translation>
    </message>
    <message>
        <source>Overlap (ha)</source>
        <translation>Tumpang tindih (ha)</translation>
    </message>
    <message>
        <source>Overlap of tiles (percent; empty: the model&apos;s)</source>
        <translation>Tumpang tindih petak (persen; kosong: menurut model)</translation>
    </message>
    <message>
        <source>Overlaps and gaps</source>
        <translation>Tumpang tindih dan celah</translation>
    </message>
    <message>
        <source>Overlaps and gaps of the zones</source>
        <translation>Tumpang tindih dan celah antarzona</translation>
    </message>
    <message>
        <source>Overlaps in the plan in force (ha)</source>
        <translation>Tumpang tindih di rencana yang berlaku (ha)</translation>
    </message>
    <message>
        <source>Overlaps in the revised plan (ha)</source>
        <translation>Tumpang tindih di rencana revisi (ha)</translation>
    </message>
    <message>
        <source>Own area (ha)</source>
        <translation>Luas zona (ha)</translation>
    </message>
    <message>
        <source>Own area: of the outline of the zone on the ellipsoid, whatever the raster holds. Difference: own area less what is mapped, has no data or lies beyond the raster; zones with the largest come first. Overlap: what a zone shares with others; in all, what is counted too often. A gap is listed with the zone that it borders most.</source>
        <translation>Luas zona: luas menurut garis batas zona pada elipsoid, apa pun isi rasternya. Selisih: luas zona dikurangi luas menurut peta, luas tanpa data, dan luas di luar raster; zona dengan selisih terbesar didahulukan. Tumpang tindih: bagian zona yang juga termasuk zona lain; pada jumlahnya, kelebihan hitungnya. Celah dicantumkan pada zona yang paling panjang berbatasan dengannya.</translation>
    </message>
    <message>
        <source>Own areas of the zones (ha)</source>
        <translation>Luas seluruh zona (ha)</translation>
    </message>
    <message>
        <source>PA (%)</source>
        <translation>PA (%)</translation>
    </message>
    <message>
        <source>PERMIT_FIELD is {field}, and there are no permits: give PERMITS, or leave it empty.</source>
        <translation>PERMIT_FIELD berisi {field}, sedangkan izin tidak diberikan: berikan PERMITS, atau kosongkan PERMIT_FIELD.</translation>
    </message>
    <message>
        <source>PIXEL_SIZE is {size:g} m, and the plan {side} km wide: give pixels of at least {least:g} m.</source>
        <translation>PIXEL_SIZE bernilai {size:g} m, sedangkan lebar rencana {side} km: berikan piksel sekurang-kurangnya {least:g} m.</translation>
    </message>
    <message>
        <source>Package</source>
        <translation>Paket</translation>
    </message>
    <message>
        <source>Packages and device</source>
        <translation>Paket dan perangkat</translation>
    </message>
    <message>
        <source>Pale: what stayed the same.</source>
        <translation>Warna pucat: yang tetap sama.</translation>
    </message>
    <message>
        <source>Pantau has met an error of its own ({error}): please report it with the log of the Pantau tab.</source>
        <translation>Pantau mengalami kesalahan internal ({error}): laporkan beserta log pada tab Pantau.</translation>
    </message>
    <message>
        <source>Pantau: sample district</source>
        <translation>Pantau: kabupaten contoh</translation>
    </message>
    <message>
        <source>Patches</source>
        <translation>Potongan</translation>
    </message>
    <message>
        <source>Patches below the minimum before the sieve</source>
        <translation>Kelompok piksel di bawah minimum sebelum sieve</translation>
    </message>
    <message>
        <source>Patches below the minimum that stayed</source>
        <translation>Kelompok piksel di bawah minimum yang tersisa</translation>
    </message>
    <message>
        <source>Patches below the minimum that stayed (ha)</source>
        <translation>Kelompok piksel di bawah minimum yang tersisa (ha)</translation>
    </message>
    <message>
        <source>Patches below {least} ha are not burned (left out: {count}, {area} ha).</source>
        <translation>Hamparan di bawah {least} ha dianggap tidak terbakar (tidak disertakan: {count}, {area} ha).</translation>
    </message>
    <message>
        <source>Patches below {minimum} ha: {small}; {left} of them ({area} ha) have no neighbour with a class and stay.</source>
        <translation>Kelompok piksel di bawah {minimum} ha: {small}; {left} di antaranya ({area} ha) tidak bertetangga dengan kelas apa pun dan tetap ada.</translation>
    </message>
    <message>
        <source>Patches below {patch} ha are left out of what burned, and not of what lies below the threshold, which is to be compared with that without any fire.</source>
        <translation>Hamparan di bawah {patch} ha dikeluarkan dari yang terbakar, tetapi tidak dari yang terletak di bawah ambang, yang perlu dibandingkan dengan bagian tanpa kebakaran.</translation>
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
        <source>Patches, the largest: {largest}</source>
        <translation>Hamparan, yang terluas: {largest}</translation>
    </message>
    <message>
        <source>Patches: {count}</source>
        <translation>Potongan: {count}</translation>
    </message>
    <message>
        <source>Percent</source>
        <translation>Persentase</translation>
    </message>
    <message>
        <source>Percent of the zone</source>
        <translation>Persentase zona</translation>
    </message>
    <message>
        <source>Percent of the zone: of all its land. Percent of the district: of all that was looked at, {area} ha.</source>
        <translation>Persentase zona: terhadap seluruh lahannya. Persentase kabupaten: terhadap seluruh bagian yang diperiksa, {area} ha.</translation>
    </message>
    <message>
        <source>Percent of the zone: of all its land. Percent of the district: of the area of interest, {area} ha.</source>
        <translation>Persentase zona: terhadap seluruh lahannya. Persentase kabupaten: terhadap area kajian, {area} ha.</translation>
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
        <source>Permutation importance in percentage points</source>
        <translation>Kepentingan permutasi dalam poin persentase</translation>
    </message>
    <message>
        <source>Permutation importance: percentage points of accuracy that are lost when the values of a band are shuffled among held-out samples; the thin line is the standard deviation. Near zero: the forest does without it, perhaps because another band tells the same.</source>
        <translation>Kepentingan permutasi (permutation importance): penurunan akurasi, dalam poin persentase, jika nilai suatu kanal diacak di antara sampel yang disisihkan; garis tipis adalah simpangan baku. Mendekati nol: model tidak bergantung pada kanal itu, mungkin karena kanal lain memberikan informasi yang sama.</translation>
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
        <source>Pixel size, for polygons (m)</source>
        <translation>Ukuran piksel, untuk poligon (m)</translation>
    </message>
    <message>
        <source>Pixels</source>
        <translation>Jumlah piksel</translation>
    </message>
    <message>
        <source>Pixels in features of two classes, used for neither: {amount}; of these {pairs}.</source>
        <translation>Piksel di dalam fitur dari dua kelas, tidak dipakai untuk keduanya: {amount}; di antaranya {pairs}.</translation>
    </message>
    <message>
        <source>Pixels of mines for training (percent)</source>
        <translation>Piksel tambang untuk data latih (persen)</translation>
    </message>
    <message>
        <source>Pixels of samples that hold 0, or the largest number of the type, in all bands, not used: {amount}. Nothing in the raster declares what is no data: declare it (Raster &gt; Conversion &gt; Translate).</source>
        <translation>Piksel sampel yang bernilai 0, atau bilangan terbesar tipe datanya, pada semua kanal, tidak dipakai: {amount}. Raster tidak menyatakan nilai mana yang berarti tanpa data: nyatakan nilai itu (Raster &gt; Konversi &gt; Translate).</translation>
    </message>
    <message>
        <source>Pixels of samples without data, not used: {amount}.</source>
        <translation>Piksel sampel tanpa data, tidak dipakai: {amount}.</translation>
    </message>
    <message>
        <source>Pixels that touch by a corner belong together</source>
        <translation>Piksel yang bersentuhan di sudut termasuk satu hamparan</translation>
    </message>
    <message>
        <source>Pixels. Rows: what the map says; columns: what the reference says. Shaded: both agree. {compared} pixels were compared; {ignored} more in the area were not: no data, or marked to be ignored.</source>
        <translation>Piksel. Baris: menurut peta; kolom: menurut acuan. Berlatar warna: keduanya sama. {compared} piksel dibandingkan; {ignored} piksel lain di area itu tidak: tanpa data, atau ditandai untuk diabaikan.</translation>
    </message>
    <message>
        <source>Pla&amp;n</source>
        <translation>Renca&amp;na</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Rencana</translation>
    </message>
    <message>
        <source>Plan and boundaries</source>
        <translation>Rencana dan batas wilayah</translation>
    </message>
    <message>
        <source>Plan in force</source>
        <translation>Rencana yang berlaku</translation>
    </message>
    <message>
        <source>Plan in no unit (ha)</source>
        <translation>Rencana di luar semua wilayah (ha)</translation>
    </message>
    <message>
        <source>Plan without data (ha)</source>
        <translation>Rencana tanpa data (ha)</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>Rencana</translation>
    </message>
    <message>
        <source>Planned {planned} ha less built {built} ha = {available} ha available: {of_built} % of what is built, {of_planned} % of what is planned. Of it {vegetated} ha are vegetated and {bare} ha bare; the other {other} ha are water, ponds, mines or of an unknown class.</source>
        <translation>Direncanakan {planned} ha dikurangi terbangun {built} ha = tersedia {available} ha: {of_built}% dari yang terbangun, {of_planned}% dari yang direncanakan. Dari luas itu, {vegetated} ha bervegetasi dan {bare} ha terbuka; {other} ha lainnya berupa air, tambak, tambang, atau kelasnya tidak diketahui.</translation>
    </message>
    <message>
        <source>Planned {planned} ha less built {built} ha less not mapped {nodata} ha = {available} ha available: {of_built} % of what is built, {of_planned} % of what is planned and mapped. Of it {vegetated} ha are vegetated and {bare} ha bare; the other {other} ha are water, ponds, mines or of an unknown class.</source>
        <translation>Direncanakan {planned} ha dikurangi terbangun {built} ha dikurangi tidak dipetakan {nodata} ha = tersedia {available} ha: {of_built}% dari yang terbangun, {of_planned}% dari yang direncanakan dan dipetakan. Dari luas itu, {vegetated} ha bervegetasi dan {bare} ha terbuka; {other} ha lainnya berupa air, tambak, tambang, atau kelasnya tidak diketahui.</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>Jumlah titik</translation>
    </message>
    <message>
        <source>Points in a pixel that another point is in as well, which are no independent samples: {count}.</source>
        <translation>Titik yang satu piksel dengan titik lain sehingga bukan sampel yang saling bebas: {count}.</translation>
    </message>
    <message>
        <source>Points in all (empty: from standard error)</source>
        <translation>Jumlah seluruh titik (kosong: dari galat baku)</translation>
    </message>
    <message>
        <source>Points on the ground</source>
        <translation>Titik lapangan</translation>
    </message>
    <message>
        <source>Points on the ground that choose the model</source>
        <translation>Titik lapangan untuk memilih model</translation>
    </message>
    <message>
        <source>Points that found no place</source>
        <translation>Titik yang tidak mendapat tempat</translation>
    </message>
    <message>
        <source>Points that would reach the standard error</source>
        <translation>Jumlah titik untuk mencapai galat baku</translation>
    </message>
    <message>
        <source>Points to check?</source>
        <translation>Ada titik pemeriksa?</translation>
    </message>
    <message>
        <source>Points used</source>
        <translation>Jumlah titik yang dipakai</translation>
    </message>
    <message>
        <source>Polygons</source>
        <translation>Poligon</translation>
    </message>
    <message>
        <source>Polygons of change</source>
        <translation>Poligon perubahan</translation>
    </message>
    <message>
        <source>Polygons of different names of {layer} overlap on {area} ha, which count in each of them.</source>
        <translation>Poligon {layer} yang namanya berbeda bertumpang tindih seluas {area} ha, yang dihitung pada setiap poligon.</translation>
    </message>
    <message>
        <source>Polygons of one name that lie apart are one zone here ({names}): where they are different places, name the outer level, such as the kecamatan, in ZONE_FIELDS too.</source>
        <translation>Poligon bernama sama yang letaknya terpisah dianggap satu zona di sini ({names}): jika sebenarnya tempat yang berbeda, sebutkan juga tingkat di luarnya, misalnya kecamatan, di ZONE_FIELDS.</translation>
    </message>
    <message>
        <source>Polygons of {zones} without a name, each a zone of its own: {count} ({names}).</source>
        <translation>Poligon {zones} tanpa nama, masing-masing menjadi zona tersendiri: {count} ({names}).</translation>
    </message>
    <message>
        <source>Polygons that hold no pixel centre, each used with the pixel under its middle: {amount}.</source>
        <translation>Poligon yang tidak memuat pusat piksel, masing-masing dipakai dengan piksel di bawah titik tengahnya: {amount}.</translation>
    </message>
    <message>
        <source>Polygons were compared with polygons: ground without a polygon counts as seen, and as no mine.</source>
        <translation>Poligon dibandingkan dengan poligon: lahan tanpa poligon dianggap terlihat, dan bukan tambang.</translation>
    </message>
    <message>
        <source>Polygons with an invalid outline, repaired</source>
        <translation>Poligon bergaris batas tidak valid, diperbaiki</translation>
    </message>
    <message>
        <source>Polygons with an invalid outline, repaired: {count}.</source>
        <translation>Poligon dengan garis batas tidak valid, sudah diperbaiki: {count}.</translation>
    </message>
    <message>
        <source>Polygons without a pixel centre</source>
        <translation>Poligon tanpa pusat piksel</translation>
    </message>
    <message>
        <source>Polygons, such as kecamatan, desa or the zones of a plan</source>
        <translation>Poligon, misalnya kecamatan, desa, atau zona rencana tata ruang</translation>
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
        <source>Predicted</source>
        <translation>Prediksi</translation>
    </message>
    <message>
        <source>Prepare a satellite scene</source>
        <translation>Siapkan citra satelit</translation>
    </message>
    <message>
        <source>Preset: custom, or earth_engine (as smileRandomForest)</source>
        <translation>Preset: custom (pengaturan sendiri), atau earth_engine (seperti smileRandomForest)</translation>
    </message>
    <message>
        <source>Press Update to measure.</source>
        <translation>Tekan Perbarui untuk mengukur.</translation>
    </message>
    <message>
        <source>Print &amp;layout (PDF)...</source>
        <translation>Tata &amp;letak cetak (PDF)...</translation>
    </message>
    <message>
        <source>Probabilities</source>
        <translation>Probabilitas setiap kelas</translation>
    </message>
    <message>
        <source>Probabilities ({model})</source>
        <translation>Probabilitas setiap kelas ({model})</translation>
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
        <source>Producer&apos;s</source>
        <translation>Pembuat</translation>
    </message>
    <message>
        <source>Producer&apos;s accuracy</source>
        <translation>Akurasi pembuat</translation>
    </message>
    <message>
        <source>Producer&apos;s accuracy (%)</source>
        <translation>Akurasi pembuat (%)</translation>
    </message>
    <message>
        <source>Producer&apos;s accuracy (PA)</source>
        <translation>Akurasi pembuat (PA)</translation>
    </message>
    <message>
        <source>Producer&apos;s accuracy of each class in each zone (%)</source>
        <translation>Akurasi pembuat setiap kelas di setiap zona (%)</translation>
    </message>
    <message>
        <source>Product file</source>
        <translation>Berkas produk</translation>
    </message>
    <message>
        <source>Province</source>
        <translation>Provinsi</translation>
    </message>
    <message>
        <source>Python packages</source>
        <translation>Paket Python</translation>
    </message>
    <message>
        <source>QA60 marks no cloud, and {days}: it says nothing about clouds here. Use SCL, or look at the image.</source>
        <translation>QA60 tidak menandai awan, dan {days}: di sini kanal itu tidak menerangkan apa pun tentang awan. Gunakan SCL, atau periksa citranya.</translation>
    </message>
    <message>
        <source>Quantity disagreement (%)</source>
        <translation>Ketidaksesuaian kuantitas (%)</translation>
    </message>
    <message>
        <source>R&amp;ules</source>
        <translation>At&amp;uran</translation>
    </message>
    <message>
        <source>RBD: difference of</source>
        <translation>RBD: selisih dari</translation>
    </message>
    <message>
        <source>RBR and RBD with thresholds of mean and standard deviation: Puspitaningrum and Bioresita 2025</source>
        <translation>RBR dan RBD dengan ambang rata-rata dan simpangan baku: Puspitaningrum dan Bioresita 2025</translation>
    </message>
    <message>
        <source>RESOLUTION is {value:g} m: give a number above 0.</source>
        <translation>RESOLUTION bernilai {value:g} m: berikan angka di atas 0.</translation>
    </message>
    <message>
        <source>RTRW overlay</source>
        <translation>Tumpang susun RTRW</translation>
    </message>
    <message>
        <source>Radar</source>
        <translation>Radar</translation>
    </message>
    <message>
        <source>Radar burn index: how much may have burned?</source>
        <translation>Indeks kebakaran radar: seberapa luas yang mungkin terbakar?</translation>
    </message>
    <message>
        <source>Radar image</source>
        <translation>Citra radar</translation>
    </message>
    <message>
        <source>Radar images</source>
        <translation>Citra radar</translation>
    </message>
    <message>
        <source>Radar scenes after the fire</source>
        <translation>Citra radar sesudah kebakaran</translation>
    </message>
    <message>
        <source>Radar scenes before the fire</source>
        <translation>Citra radar sebelum kebakaran</translation>
    </message>
    <message>
        <source>Random forest: {name}</source>
        <translation>Model random forest: {name}</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>Peringkat</translation>
    </message>
    <message>
        <source>Rank new mining</source>
        <translation>Susun peringkat bukaan baru</translation>
    </message>
    <message>
        <source>Rank new mining for inspection (two dates and permits)</source>
        <translation>Susun peringkat bukaan tambang baru untuk inspeksi (dua tanggal dan izin)</translation>
    </message>
    <message>
        <source>Raster</source>
        <translation>Raster</translation>
    </message>
    <message>
        <source>Rasters</source>
        <translation>Raster masukan</translation>
    </message>
    <message>
        <source>Rasters have pixels of {size} m, {width} x {height}, in {crs}.</source>
        <translation>Raster memiliki piksel {size} m, {width} x {height}, dalam {crs}.</translation>
    </message>
    <message>
        <source>Rasters resampled</source>
        <translation>Raster yang di-resampling</translation>
    </message>
    <message>
        <source>Rasters used</source>
        <translation>Raster yang dipakai</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Alasan</translation>
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
        <source>Redo</source>
        <translation>Ulangi</translation>
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
        <source>Reference field</source>
        <translation>Field acuan</translation>
    </message>
    <message>
        <source>Reference: class raster</source>
        <translation>Acuan: raster kelas</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>Catatan</translation>
    </message>
    <message>
        <source>Remarks of the run ({count})</source>
        <translation>Catatan proses ({count})</translation>
    </message>
    <message>
        <source>Removes lone pixels and small patches from a class map; the legend is kept, and no data stay no data.</source>
        <translation>Menghapus piksel tunggal dan kelompok piksel kecil dari peta kelas; legenda dipertahankan, dan bagian tanpa data tetap tanpa data.</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Laporan</translation>
    </message>
    <message>
        <source>Report burned area (radar scenes to hectares)</source>
        <translation>Laporkan area terbakar (citra radar menjadi luas)</translation>
    </message>
    <message>
        <source>Report of the accuracy</source>
        <translation>Laporan akurasi</translation>
    </message>
    <message>
        <source>Report of the alerts</source>
        <translation>Laporan peringatan</translation>
    </message>
    <message>
        <source>Report of the areas</source>
        <translation>Laporan luas</translation>
    </message>
    <message>
        <source>Report of the burned area</source>
        <translation>Laporan area terbakar</translation>
    </message>
    <message>
        <source>Report of the conformity</source>
        <translation>Laporan kesesuaian</translation>
    </message>
    <message>
        <source>Report of the training</source>
        <translation>Laporan pelatihan</translation>
    </message>
    <message>
        <source>Resampling</source>
        <translation>Metode resampling</translation>
    </message>
    <message>
        <source>Resolution (m; empty: the product&apos;s)</source>
        <translation>Resolusi (m; kosong: menurut produk)</translation>
    </message>
    <message>
        <source>Resul&amp;t</source>
        <translation>Ha&amp;sil</translation>
    </message>
    <message>
        <source>Results folder</source>
        <translation>Folder hasil</translation>
    </message>
    <message>
        <source>Revised plan</source>
        <translation>Rencana revisi</translation>
    </message>
    <message>
        <source>Right / all</source>
        <translation>Benar / semua</translation>
    </message>
    <message>
        <source>Rounding</source>
        <translation>Pembulatan</translation>
    </message>
    <message>
        <source>Rows of the error matrix are the map, columns the points. They are counted as they are: where they were not drawn at random over the whole area, the figures hold for the points and not for the area.</source>
        <translation>Baris matriks kesalahan adalah peta, kolomnya titik. Titik dihitung apa adanya: jika titik tidak diambil secara acak di seluruh area, angkanya berlaku untuk titik itu, bukan untuk area.</translation>
    </message>
    <message>
        <source>Rows: the class before; columns: the class after. Shaded: what stayed the same.</source>
        <translation>Baris: kelas awal; kolom: kelas akhir. Berlatar warna: yang tetap sama.</translation>
    </message>
    <message>
        <source>Rows: the zone in the old plan; columns: the zone in the new plan. Shaded: what stayed the same.</source>
        <translation>Baris: zona dalam rencana lama; kolom: zona dalam rencana baru. Berlatar warna: yang tetap sama.</translation>
    </message>
    <message>
        <source>Rows: what the map says; columns: what the reference says. Shaded: both agree.</source>
        <translation>Baris: menurut peta; kolom: menurut acuan. Berlatar warna: keduanya sama.</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Aturan</translation>
    </message>
    <message>
        <source>Rules (empty: an example)</source>
        <translation>Aturan (kosong: contoh)</translation>
    </message>
    <message>
        <source>Rules of {name}, edited.</source>
        <translation>Aturan dari {name}, telah disunting.</translation>
    </message>
    <message>
        <source>Rules of {name}.</source>
        <translation>Aturan dari {name}.</translation>
    </message>
    <message>
        <source>Rules that were used</source>
        <translation>Aturan yang dipakai</translation>
    </message>
    <message>
        <source>Rules: land cover by zone</source>
        <translation>Aturan: tutupan lahan menurut zona</translation>
    </message>
    <message>
        <source>Run this in a terminal (on Windows: the OSGeo4W Shell), then start QGIS again</source>
        <translation>Jalankan perintah ini di terminal (di Windows: OSGeo4W Shell), lalu mulai ulang QGIS</translation>
    </message>
    <message>
        <source>Runs the shipped mine model on random pixels for some seconds</source>
        <translation>Menjalankan model tambang bawaan pada piksel acak selama beberapa detik</translation>
    </message>
    <message>
        <source>S&amp;wipe</source>
        <translation>Gese&amp;r</translation>
    </message>
    <message>
        <source>SAMPLE_SHARE is {value:g}: give more than 0, and 1 at most.</source>
        <translation>SAMPLE_SHARE bernilai {value:g}: berikan lebih dari 0, paling besar 1.</translation>
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
        <source>SE</source>
        <translation>SE</translation>
    </message>
    <message>
        <source>SE: standard error of the class&apos;s share of the map, from 0 to 1. PA, UA: producer&apos;s and user&apos;s accuracy. Kappa: of the class as mapped (user&apos;s conditional kappa). The table has the form in which SCP prints them.</source>
        <translation>SE: galat baku (standard error) bagian kelas itu dari peta, dari 0 sampai 1. PA, UA: akurasi pembuat dan akurasi pengguna. Kappa: dari kelas menurut peta (kappa bersyarat pengguna). Bentuk tabel ini sama dengan yang dicetak SCP.</translation>
    </message>
    <message>
        <source>SEED is {value}: give a whole number from 0 to {highest}.</source>
        <translation>SEED bernilai {value}: berikan bilangan bulat dari 0 sampai {highest}.</translation>
    </message>
    <message>
        <source>SHA-256 of the training</source>
        <translation>SHA-256 pelatihan</translation>
    </message>
    <message>
        <source>SIZE is {size}: give an odd number of pixels from {least} to {most}, such as 7.</source>
        <translation>SIZE bernilai {size}: berikan jumlah piksel ganjil dari {least} sampai {most}, misalnya 7.</translation>
    </message>
    <message>
        <source>SIZE is {value}, and a window has a middle pixel: give an odd number from 3 to {most}.</source>
        <translation>SIZE bernilai {value}, sedangkan jendela harus memiliki piksel tengah: berikan bilangan ganjil dari 3 sampai {most}.</translation>
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
        <source>Sample points</source>
        <translation>Titik sampel</translation>
    </message>
    <message>
        <source>Sample points: {count}</source>
        <translation>Titik sampel: {count}</translation>
    </message>
    <message>
        <source>Sample project</source>
        <translation>Proyek contoh</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>Sampel</translation>
    </message>
    <message>
        <source>Samples a tree</source>
        <translation>Sampel per pohon</translation>
    </message>
    <message>
        <source>Samples as counted</source>
        <translation>Menurut cacah sampel</translation>
    </message>
    <message>
        <source>Samples as counted (headline)</source>
        <translation>Menurut cacah sampel (angka utama)</translation>
    </message>
    <message>
        <source>Samples as counted: every sample counts the same. Area-weighted: every sample counts as much as the land it stands for.</source>
        <translation>Menurut cacah sampel: bobot setiap sampel sama. Berbobot luas: bobot setiap sampel sesuai dengan luas lahan yang diwakilinya.</translation>
    </message>
    <message>
        <source>Samples at the same place have different labels; none is counted.</source>
        <translation>Label sampel di tempat yang sama berbeda; tidak satu pun dihitung.</translation>
    </message>
    <message>
        <source>Samples left out</source>
        <translation>Sampel yang tidak dipakai</translation>
    </message>
    <message>
        <source>Samples left out: {reasons}.</source>
        <translation>Sampel yang tidak dipakai: {reasons}.</translation>
    </message>
    <message>
        <source>Samples used (pixels)</source>
        <translation>Sampel yang dipakai (piksel)</translation>
    </message>
    <message>
        <source>Samples. Rows: what the forest says; columns: what the sample is.</source>
        <translation>Jumlah sampel. Baris: menurut model; kolom: kelas sampel yang sebenarnya.</translation>
    </message>
    <message>
        <source>Samples: pixels that the forest learns from, each once. Groups: features, or the values of the group field. Outside: features beyond the raster. No data, In two classes: pixels dropped.</source>
        <translation>Sampel: piksel yang dipelajari model, masing-masing satu kali. Kelompok: fitur, atau nilai field kelompok. Di luar raster: fitur yang terletak di luar raster. Tanpa data, Dalam dua kelas: piksel yang tidak dipakai.</translation>
    </message>
    <message>
        <source>Satellite products</source>
        <translation>Produk satelit</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Simpan</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>Simpan sebagai</translation>
    </message>
    <message>
        <source>Save these rules as a CSV file</source>
        <translation>Simpan aturan ini sebagai berkas CSV</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Tersimpan.</translation>
    </message>
    <message>
        <source>Says how many points a map needs, draws them at random from its classes, and gives them a form to label them in.</source>
        <translation>Menyatakan berapa titik yang diperlukan suatu peta, mengambilnya secara acak dari kelas-kelas peta, dan memberinya formulir pelabelan.</translation>
    </message>
    <message>
        <source>Scale 1:{scale}
{crs}</source>
        <translation>Skala 1:{scale}
{crs}</translation>
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
        <source>Scene</source>
        <translation>Citra siap pakai</translation>
    </message>
    <message>
        <source>Scenes after the fire</source>
        <translation>Citra sesudah kebakaran</translation>
    </message>
    <message>
        <source>Scenes before the fire</source>
        <translation>Citra sebelum kebakaran</translation>
    </message>
    <message>
        <source>Scratch files cannot be written in {folder} ({reason}): free space there.</source>
        <translation>Berkas sementara tidak dapat ditulis di {folder} ({reason}): kosongkan sebagian ruang di sana.</translation>
    </message>
    <message>
        <source>Second map</source>
        <translation>Peta kedua</translation>
    </message>
    <message>
        <source>Second map to compare</source>
        <translation>Peta kedua sebagai pembanding</translation>
    </message>
    <message>
        <source>See land cover and plan together on the map</source>
        <translation>Lihat tutupan lahan dan rencana bersama-sama di peta</translation>
    </message>
    <message>
        <source>See the lower layer through the upper one</source>
        <translation>Lihat layer bawah menembus layer atas</translation>
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
        <source>Selected features</source>
        <translation>Fitur terpilih</translation>
    </message>
    <message>
        <source>Sentinel-2 after</source>
        <translation>Sentinel-2 sesudah</translation>
    </message>
    <message>
        <source>Sentinel-2 before</source>
        <translation>Sentinel-2 sebelum</translation>
    </message>
    <message>
        <source>Separability</source>
        <translation>Keterpisahan kelas</translation>
    </message>
    <message>
        <source>Set {count} rule(s): {state}</source>
        <translation>Tetapkan {count} aturan: {state}</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Bagian</translation>
    </message>
    <message>
        <source>Share (%)</source>
        <translation>Bagian (%)</translation>
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
        <source>Share of the samples a tree (0 to 1)</source>
        <translation>Bagian sampel per pohon (0 sampai 1)</translation>
    </message>
    <message>
        <source>Sharing out over the strata</source>
        <translation>Pembagian pada strata</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>Lembar</translation>
    </message>
    <message>
        <source>Show all again, and select nothing in the layers of the plan and the units</source>
        <translation>Tampilkan semuanya kembali, tanpa seleksi pada layer rencana dan wilayah</translation>
    </message>
    <message>
        <source>Show all units together, or one</source>
        <translation>Tampilkan semua wilayah sekaligus, atau satu wilayah</translation>
    </message>
    <message>
        <source>Show on the map: {state}</source>
        <translation>Tampilkan di peta: {state}</translation>
    </message>
    <message>
        <source>Show one layer after the other</source>
        <translation>Tampilkan kedua layer bergantian</translation>
    </message>
    <message>
        <source>Show the map as it is</source>
        <translation>Tampilkan peta apa adanya</translation>
    </message>
    <message>
        <source>Show the table as bars as well</source>
        <translation>Tampilkan tabel juga sebagai diagram batang</translation>
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
        <source>Smaller areas are left out of the list and layer of what does not conform; all tables count them</source>
        <translation>Lokasi yang lebih kecil tidak dimasukkan ke daftar dan layer lokasi tidak sesuai; semua tabel tetap menghitungnya</translation>
    </message>
    <message>
        <source>Smallest alert (ha)</source>
        <translation>Luas minimum peringatan (ha)</translation>
    </message>
    <message>
        <source>Smallest area listed</source>
        <translation>Luas lokasi terkecil dalam daftar</translation>
    </message>
    <message>
        <source>Smallest area of nonconformity (ha)</source>
        <translation>Luas minimum lokasi tidak sesuai (ha)</translation>
    </message>
    <message>
        <source>Smallest burned patch to keep (ha)</source>
        <translation>Luas minimum hamparan terbakar (ha)</translation>
    </message>
    <message>
        <source>Smallest contiguous piece to keep (ha)</source>
        <translation>Luas hamparan minimum (ha)</translation>
    </message>
    <message>
        <source>Smallest distance between points (m)</source>
        <translation>Jarak minimum antartitik (m)</translation>
    </message>
    <message>
        <source>Smallest leaf</source>
        <translation>Daun terkecil (sampel)</translation>
    </message>
    <message>
        <source>Smallest leaf (samples)</source>
        <translation>Ukuran daun terkecil (sampel)</translation>
    </message>
    <message>
        <source>Smallest patch of the map (ha)</source>
        <translation>Luas minimum kelompok piksel peta (ha)</translation>
    </message>
    <message>
        <source>Smallest patch to keep (ha)</source>
        <translation>Luas hamparan minimum (ha)</translation>
    </message>
    <message>
        <source>Smallest patch to keep (ha; 0: no sieve)</source>
        <translation>Luas minimum kelompok piksel (ha; 0: tanpa sieve)</translation>
    </message>
    <message>
        <source>Smallest polygon of change (ha)</source>
        <translation>Luas minimum poligon perubahan (ha)</translation>
    </message>
    <message>
        <source>Some pixels have the code {code}, which no legend names and which stands for no data in the mosaic: declare it as the no-data value of each raster, or give it another code (Reclassify by table).</source>
        <translation>Sebagian piksel berkode {code}, yang tidak ada dalam legenda mana pun dan berarti tanpa data dalam mosaik: nyatakan kode itu sebagai nilai tanpa data setiap raster, atau ubah ke kode lain (Reclassify by table).</translation>
    </message>
    <message>
        <source>Some rasters hold whole numbers and others decimals, and none declares a scale: check that all have the same unit.</source>
        <translation>Sebagian raster memuat bilangan bulat dan sebagian bilangan desimal, dan tidak ada yang menyatakan skala: pastikan satuannya sama.</translation>
    </message>
    <message>
        <source>Source named below the title</source>
        <translation>Sumber yang ditulis di bawah judul</translation>
    </message>
    <message>
        <source>Source: {source}</source>
        <translation>Sumber: {source}</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Sumber</translation>
    </message>
    <message>
        <source>Spatial plan (RTRW)</source>
        <translation>Rencana tata ruang (RTRW)</translation>
    </message>
    <message>
        <source>Speckle filter</source>
        <translation>Filter speckle</translation>
    </message>
    <message>
        <source>Speckle filter: {filter}, {size} x {size} px{looks}.</source>
        <translation>Filter speckle: {filter}, {size} x {size} px{looks}.</translation>
    </message>
    <message>
        <source>Spectral curves</source>
        <translation>Kurva spektral</translation>
    </message>
    <message>
        <source>Spectral curves of the classes</source>
        <translation>Kurva spektral setiap kelas</translation>
    </message>
    <message>
        <source>Spectral indices</source>
        <translation>Indeks spektral</translation>
    </message>
    <message>
        <source>Speed (megapixels a second)</source>
        <translation>Kecepatan (megapiksel per detik)</translation>
    </message>
    <message>
        <source>Spreadsheet</source>
        <translation>Lembar kerja</translation>
    </message>
    <message>
        <source>Standard deviation</source>
        <translation>Simpangan baku</translation>
    </message>
    <message>
        <source>Standard deviation of the index</source>
        <translation>Simpangan baku indeks</translation>
    </message>
    <message>
        <source>Standard error to reach (empty: 0.02)</source>
        <translation>Galat baku yang ingin dicapai (kosong: 0,02)</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Stayed</source>
        <translation>Tetap</translation>
    </message>
    <message>
        <source>Stayed (%)</source>
        <translation>Tetap (%)</translation>
    </message>
    <message>
        <source>Stayed (ha)</source>
        <translation>Tetap (ha)</translation>
    </message>
    <message>
        <source>Stop measuring</source>
        <translation>Hentikan pengukuran</translation>
    </message>
    <message>
        <source>Stop the run; the last result stays</source>
        <translation>Hentikan proses; hasil terakhir tetap ada</translation>
    </message>
    <message>
        <source>Stopping...</source>
        <translation>Menghentikan...</translation>
    </message>
    <message>
        <source>Strata</source>
        <translation>Strata</translation>
    </message>
    <message>
        <source>Strata (empty: the classes of the map)</source>
        <translation>Strata (kosong: kelas peta)</translation>
    </message>
    <message>
        <source>Strata with a single sample ({strata}): that gives no standard error; add samples there, or merge them with others.</source>
        <translation>Strata dengan satu sampel saja ({strata}): galat bakunya tidak dapat dihitung; tambahkan sampel di sana, atau gabungkan dengan stratum lain.</translation>
    </message>
    <message>
        <source>Strata with fewer pixels than their share of points give all their pixels, and the other strata more points: {strata}.</source>
        <translation>Strata yang pikselnya lebih sedikit daripada bagian titiknya memberikan semua pikselnya, dan strata lain memberikan lebih banyak titik: {strata}.</translation>
    </message>
    <message>
        <source>Strata with fewer than 2 points give no standard error: {strata}. Raise MIN_PER_CLASS or TOTAL, or merge them with others.</source>
        <translation>Strata dengan kurang dari 2 titik tidak memberikan galat baku: {strata}. Naikkan MIN_PER_CLASS atau TOTAL, atau gabungkan dengan strata lain.</translation>
    </message>
    <message>
        <source>Strata without samples, of which nothing is known: {percent} % of the area ({strata}).</source>
        <translation>Strata tanpa sampel, yang akurasinya tidak diketahui: {percent}% dari luas ({strata}).</translation>
    </message>
    <message>
        <source>Strata, where they are not the classes of the map</source>
        <translation>Strata, jika bukan kelas peta</translation>
    </message>
    <message>
        <source>Stratum</source>
        <translation>Stratum</translation>
    </message>
    <message>
        <source>Stratum {stratum} ({percent} % of the area) has a single sample, which gives no standard error: add samples there, or merge it with another stratum.</source>
        <translation>Stratum {stratum} ({percent}% area) hanya memiliki satu sampel sehingga galat baku tidak dapat dihitung: tambahkan sampel di sana, atau gabungkan dengan stratum lain.</translation>
    </message>
    <message>
        <source>Stratum {stratum} has no samples: nothing is known of its {percent} % of the area, and the accuracies are those of the rest.</source>
        <translation>Stratum {stratum} tidak memiliki sampel: tidak ada yang diketahui tentang {percent}% area itu, dan akurasi berlaku untuk sisanya.</translation>
    </message>
    <message>
        <source>Stride: a patch every (px)</source>
        <translation>Langkah (stride): satu potongan setiap (px)</translation>
    </message>
    <message>
        <source>Swap</source>
        <translation>Pertukaran (swap)</translation>
    </message>
    <message>
        <source>Swap (ha)</source>
        <translation>Pertukaran (ha)</translation>
    </message>
    <message>
        <source>Swap of the whole map is half the sum of the classes&apos;, since every change is the loss of one class and the gain of another. Change of the whole map: {changed} ha = {net} ha net + {swap} ha swap.</source>
        <translation>Pertukaran (swap) seluruh peta adalah setengah dari jumlah pertukaran semua kelas, karena setiap perubahan mengurangi satu kelas dan menambah kelas lain. Perubahan seluruh peta: {changed} ha = {net} ha neto + {swap} ha pertukaran.</translation>
    </message>
    <message>
        <source>Switch on the plugin Processing in QGIS&apos;s plugin manager: it runs the algorithms.</source>
        <translation>Aktifkan plugin Processing di pengelola plugin QGIS: plugin itu menjalankan algoritme.</translation>
    </message>
    <message>
        <source>T&amp;able</source>
        <translation>T&amp;abel</translation>
    </message>
    <message>
        <source>TARGET_SE is {value:g}: give more than 0 and less than 0.5, such as 0.02 for 2 %.</source>
        <translation>TARGET_SE bernilai {value:g}: berikan lebih dari 0 dan kurang dari 0.5, misalnya 0.02 untuk 2%.</translation>
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
        <source>TOTAL is {total} and TARGET_SE is {target:g}, and each sets the number of points: give only one.</source>
        <translation>TOTAL bernilai {total} dan TARGET_SE bernilai {target:g}, padahal masing-masing menentukan jumlah titik: berikan salah satu saja.</translation>
    </message>
    <message>
        <source>TOTAL is {total}, fewer points than the {count} strata: some of them get none.</source>
        <translation>TOTAL bernilai {total}, lebih sedikit daripada {count} strata: sebagian strata tidak mendapat titik.</translation>
    </message>
    <message>
        <source>TOTAL is {total}, too few for {minimum} points in each of {count} strata: each stratum gets at least {lowered}.</source>
        <translation>TOTAL bernilai {total}, terlalu sedikit untuk {minimum} titik di setiap stratum dari {count} strata: setiap stratum mendapat sedikitnya {lowered} titik.</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabel</translation>
    </message>
    <message>
        <source>Table of the models</source>
        <translation>Tabel model</translation>
    </message>
    <message>
        <source>Table of the zones</source>
        <translation>Tabel zona</translation>
    </message>
    <message>
        <source>Take out cloud shadows</source>
        <translation>Hapus bayangan awan</translation>
    </message>
    <message>
        <source>Take out clouds</source>
        <translation>Hapus awan</translation>
    </message>
    <message>
        <source>Take the example</source>
        <translation>Gunakan contoh</translation>
    </message>
    <message>
        <source>Take the example rules again; it can be undone</source>
        <translation>Gunakan kembali aturan contoh; dapat diurungkan</translation>
    </message>
    <message>
        <source>Take the marks off the map (Esc)</source>
        <translation>Hapus tanda dari peta (Esc)</translation>
    </message>
    <message>
        <source>Taken out, with the buffer (percent of the pixels with data)</source>
        <translation>Dihapus, termasuk penyangga (persen dari piksel yang memuat data)</translation>
    </message>
    <message>
        <source>Temporary: this result goes when QGIS is closed, also from a saved project.</source>
        <translation>Sementara: hasil ini dihapus ketika QGIS ditutup, juga dari proyek yang tersimpan.</translation>
    </message>
    <message>
        <source>That is {factor} times the official {official} ha.</source>
        <translation>Itu {factor} kali angka resmi {official} ha.</translation>
    </message>
    <message>
        <source>The PDF is being made...</source>
        <translation>PDF sedang dibuat...</translation>
    </message>
    <message>
        <source>The Python package {package} is not installed. Run this in a terminal and start QGIS again: {command}</source>
        <translation>Paket Python {package} belum terpasang. Jalankan perintah ini di terminal, lalu mulai ulang QGIS: {command}</translation>
    </message>
    <message>
        <source>The algorithm {name} is not there: enable Pantau in the options of Processing.</source>
        <translation>Algoritme {name} tidak tersedia: aktifkan Pantau di opsi Processing.</translation>
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
        <source>The area-weighted figures are the ones to quote.</source>
        <translation>Kutip angka yang berbobot luas.</translation>
    </message>
    <message>
        <source>The bands {bands} of {raster} may each be {role}: name one of them {role}, and the others differently.</source>
        <translation>Kanal {bands} dari {raster} masing-masing dapat berarti {role}: beri nama {role} pada salah satunya, dan nama lain pada yang lainnya.</translation>
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
        <source>The changes, the largest first</source>
        <translation>Perubahan, mulai dari yang terluas</translation>
    </message>
    <message>
        <source>The class field {field} holds {value}: choose a field of whole numbers or text.</source>
        <translation>Field kelas {field} memuat {value}: pilih field bilangan bulat atau teks.</translation>
    </message>
    <message>
        <source>The class raster has no place in the CRS {crs} of the zones: check the CRS of both.</source>
        <translation>Letak raster kelas tidak dapat dinyatakan dalam sistem koordinat zona, {crs}: periksa sistem koordinat keduanya.</translation>
    </message>
    <message>
        <source>The class {value} has two colours, {one} and {other}: give it one.</source>
        <translation>Kelas {value} memiliki dua warna, {one} dan {other}: berikan satu warna saja.</translation>
    </message>
    <message>
        <source>The class {value} has two names, {one} and {other}: give it one.</source>
        <translation>Kelas {value} memiliki dua nama, {one} dan {other}: berikan satu nama saja.</translation>
    </message>
    <message>
        <source>The classes and zones are being read...</source>
        <translation>Kelas dan zona sedang dibaca...</translation>
    </message>
    <message>
        <source>The classes and zones are still being read.</source>
        <translation>Kelas dan zona masih dibaca.</translation>
    </message>
    <message>
        <source>The code {code} is in CLASSES and in IGNORE, and cannot be both: take it out of one.</source>
        <translation>Kode {code} terdapat dalam CLASSES dan IGNORE, padahal tidak dapat menjadi keduanya: hapus dari salah satunya.</translation>
    </message>
    <message>
        <source>The columns are named by the codes of the classes.</source>
        <translation>Kolom dinamai menurut kode kelas.</translation>
    </message>
    <message>
        <source>The columns are the zones by their numbers in the table above.</source>
        <translation>Kolom adalah zona menurut nomornya pada tabel di atas.</translation>
    </message>
    <message>
        <source>The coordinate system {crs} has no place on the Earth, so nothing in it can be measured: assign a real one.</source>
        <translation>Sistem koordinat {crs} tidak bertempat di Bumi sehingga luas tidak dapat dihitung: tetapkan sistem koordinat yang sebenarnya.</translation>
    </message>
    <message>
        <source>The cut between two Gaussians that fit the histogram best, with least error (Kittler and Illingworth 1986).</source>
        <translation>Batas antara dua sebaran Gauss yang paling sesuai dengan histogram, dengan kesalahan terkecil (Kittler dan Illingworth 1986).</translation>
    </message>
    <message>
        <source>The cut that parts the values into two groups whose means lie farthest apart (Otsu 1979).</source>
        <translation>Ambang yang membagi nilai menjadi dua kelompok yang rata-ratanya paling berjauhan (Otsu 1979).</translation>
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
        <source>The edge stands at {percent} % of the map&apos;s width: drag it on the map or here.</source>
        <translation>Garis batas berada pada {percent}% lebar peta: geser di peta atau di sini.</translation>
    </message>
    <message>
        <source>The expected standard error of {se} is above the target of {target}: TOTAL={total} would reach it with this allocation.</source>
        <translation>Galat baku yang diperkirakan, {se}, melebihi sasaran {target}: TOTAL={total} akan mencapainya dengan pembagian ini.</translation>
    </message>
    <message>
        <source>The feature has no point or polygon.</source>
        <translation>Fitur itu tidak memiliki titik atau poligon.</translation>
    </message>
    <message>
        <source>The features cover more than {most} pixels, more than is of use: draw fewer or smaller ones.</source>
        <translation>Fitur meliputi lebih dari {most} piksel, lebih banyak daripada yang berguna: gambar fitur yang lebih sedikit atau lebih kecil.</translation>
    </message>
    <message>
        <source>The field of the classes</source>
        <translation>Field kelas</translation>
    </message>
    <message>
        <source>The field of the units&apos; names</source>
        <translation>Field nama wilayah</translation>
    </message>
    <message>
        <source>The field of the zones</source>
        <translation>Field zona</translation>
    </message>
    <message>
        <source>The field with the reference class is not given: choose the field that says what is truly there.</source>
        <translation>Field kelas acuan tidak diberikan: pilih field yang menyatakan keadaan sebenarnya di lapangan.</translation>
    </message>
    <message>
        <source>The field {field} gives the colours of the classes.</source>
        <translation>Warna kelas diambil dari field {field}.</translation>
    </message>
    <message>
        <source>The field {field} gives the names of the classes.</source>
        <translation>Nama kelas diambil dari field {field}.</translation>
    </message>
    <message>
        <source>The field {field} has {count} different values, and a map has {most} classes at most: choose the field of classes.</source>
        <translation>Field {field} memuat {count} nilai yang berbeda, sedangkan peta memuat paling banyak {most} kelas: pilih field kelas.</translation>
    </message>
    <message>
        <source>The field {field} holds whole numbers as text: they are the codes.</source>
        <translation>Field {field} memuat bilangan bulat berupa teks: bilangan itu menjadi kode kelas.</translation>
    </message>
    <message>
        <source>The field {field} holds {value}, which is no class code: give whole numbers from 0 on, or names.</source>
        <translation>Field {field} memuat {value}, yang bukan kode kelas: berikan bilangan bulat mulai dari 0, atau nama.</translation>
    </message>
    <message>
        <source>The field {field} is another number in each of the {count} features, so it numbers them and tells no classes: choose the field of classes.</source>
        <translation>Field {field} berisi angka yang berbeda pada setiap dari {count} fitur, jadi hanya menomori fitur dan tidak menyatakan kelas: pilih field kelas.</translation>
    </message>
    <message>
        <source>The field {field} is the key that tells the features apart, and no class: choose the field of classes.</source>
        <translation>Field {field} adalah kunci yang membedakan fitur, bukan kelas: pilih field kelas.</translation>
    </message>
    <message>
        <source>The field {field} of the second interpreter holds no label that can be compared.</source>
        <translation>Field {field} dari penafsir kedua tidak memuat label yang dapat dibandingkan.</translation>
    </message>
    <message>
        <source>The field {field} of {points} is empty throughout: label the points first, or choose another field.</source>
        <translation>Field {field} pada {points} kosong seluruhnya: beri label pada titik dahulu, atau pilih field lain.</translation>
    </message>
    <message>
        <source>The figures are of the map as it is. Where its classes are wrong, so are they: report its accuracy beside them.</source>
        <translation>Angka-angka ini menurut peta apa adanya. Jika kelas pada peta keliru, angkanya pun keliru: laporkan akurasi peta di sampingnya.</translation>
    </message>
    <message>
        <source>The figures of the sampled part of the map</source>
        <translation>Angka untuk bagian peta yang disampel</translation>
    </message>
    <message>
        <source>The figures of the samples as counted are the ones to quote.</source>
        <translation>Kutip angka menurut cacah sampel.</translation>
    </message>
    <message>
        <source>The figures of the whole map</source>
        <translation>Angka untuk seluruh peta</translation>
    </message>
    <message>
        <source>The file that the run wrote is gone: run it again, then save.</source>
        <translation>Berkas yang ditulis proses itu sudah tidak ada: jalankan lagi, lalu simpan.</translation>
    </message>
    <message>
        <source>The file {file} of band {band} is missing in {name}: download the product again, or leave the band out.</source>
        <translation>Berkas {file} untuk kanal {band} tidak ada dalam {name}: unduh ulang produknya, atau jangan sertakan kanal itu.</translation>
    </message>
    <message>
        <source>The files of the last run are gone: run it again.</source>
        <translation>Berkas hasil proses terakhir sudah tidak ada: jalankan lagi.</translation>
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
        <source>The forest has been trained on {count} samples, and nothing is known of its accuracy.</source>
        <translation>Model random forest dilatih dengan {count} sampel, dan akurasinya tidak diketahui.</translation>
    </message>
    <message>
        <source>The form could not be saved with {path}: it is there until the layer is closed; copy its style to keep it.</source>
        <translation>Formulir tidak dapat disimpan bersama {path}: formulir itu hanya ada sampai layer ditutup; salin gaya (style) layer untuk menyimpannya.</translation>
    </message>
    <message>
        <source>The headline kappa has no interval: its variance is known only for simple random samples of single points.</source>
        <translation>Kappa utama tidak memiliki selang: variansnya hanya diketahui untuk sampel acak sederhana dari titik tunggal.</translation>
    </message>
    <message>
        <source>The hectares of a zone in each plan by itself, whatever the other plan has there. Ground that zones of one plan share is in each of them. Old plan = stayed + to other zones + left the plan; new plan = stayed + from other zones + new in the plan.</source>
        <translation>Luas zona dalam hektare di setiap rencana itu sendiri, apa pun isi rencana yang lain di sana. Lahan yang termasuk beberapa zona dalam satu rencana dihitung di setiap zona itu. Rencana lama = tetap + ke zona lain + keluar dari rencana; rencana baru = tetap + dari zona lain + baru dalam rencana.</translation>
    </message>
    <message>
        <source>The index and where it is cut</source>
        <translation>Indeks dan ambangnya</translation>
    </message>
    <message>
        <source>The index and where it may be cut</source>
        <translation>Indeks dan kemungkinan ambangnya</translation>
    </message>
    <message>
        <source>The indices and where they are cut</source>
        <translation>Indeks dan ambangnya</translation>
    </message>
    <message>
        <source>The interval of the difference takes into account that both maps see the same samples.</source>
        <translation>Selang selisih memperhitungkan bahwa kedua peta dinilai dengan sampel yang sama.</translation>
    </message>
    <message>
        <source>The labels have no polygon: choose a layer with at least one.</source>
        <translation>Label tidak memiliki poligon: pilih layer yang memuat sedikitnya satu poligon.</translation>
    </message>
    <message>
        <source>The land cover shows no class there.</source>
        <translation>Tutupan lahan tidak menunjukkan kelas di sana.</translation>
    </message>
    <message>
        <source>The largest areas that do not conform</source>
        <translation>Lokasi tidak sesuai yang terluas</translation>
    </message>
    <message>
        <source>The largest change is from {before} to {after}: {area} ha.</source>
        <translation>Perubahan terluas adalah dari {before} menjadi {after}: {area} ha.</translation>
    </message>
    <message>
        <source>The largest patch (ha)</source>
        <translation>Hamparan terluas (ha)</translation>
    </message>
    <message>
        <source>The largest {shown} are listed; the layer on the map has all.</source>
        <translation>Daftar ini memuat {shown} yang terluas; layer di peta memuat semuanya.</translation>
    </message>
    <message>
        <source>The last result was temporary, and went with QGIS: run it again, then keep it.</source>
        <translation>Hasil terakhir bersifat sementara dan terhapus ketika QGIS ditutup: jalankan lagi, lalu simpan hasilnya.</translation>
    </message>
    <message>
        <source>The layer {name}, which was chosen here, has been removed: choose another.</source>
        <translation>Layer {name} yang dipilih di sini telah dihapus: pilih layer lain.</translation>
    </message>
    <message>
        <source>The layer {value} of {name} cannot be opened: choose a layer of points or polygons.</source>
        <translation>Layer {value} untuk {name} tidak dapat dibuka: pilih layer titik atau poligon.</translation>
    </message>
    <message>
        <source>The layer {value} of {name} cannot be opened: choose a point layer.</source>
        <translation>Layer {value} untuk {name} tidak dapat dibuka: pilih layer titik.</translation>
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
        <source>The looks cannot be estimated from {count} full windows of {side} x {side} pixels with speckle: give LOOKS, such as 4.4 for Sentinel-1 GRD.</source>
        <translation>Jumlah looks tidak dapat diduga dari {count} jendela penuh berukuran {side} x {side} piksel yang memuat derau bercak (speckle): berikan LOOKS, misalnya 4.4 untuk Sentinel-1 GRD.</translation>
    </message>
    <message>
        <source>The lower layer to the left of an edge, the upper one to its right: drag the edge on the map</source>
        <translation>Layer bawah di kiri garis batas, layer atas di kanannya: geser garis itu di peta</translation>
    </message>
    <message>
        <source>The map does not reach what was asked for, neither overall accuracy of {overall} % nor kappa of {kappa}.</source>
        <translation>Peta tidak mencapai yang disyaratkan, baik akurasi keseluruhan {overall}% maupun kappa {kappa}.</translation>
    </message>
    <message>
        <source>The map has no class there.</source>
        <translation>Peta tidak memiliki kelas di sana.</translation>
    </message>
    <message>
        <source>The map has {available} pixels here, fewer than the {wanted} points asked for: each pixel gets one.</source>
        <translation>Peta memiliki {available} piksel di sini, lebih sedikit daripada {wanted} titik yang diminta: setiap piksel mendapat satu titik.</translation>
    </message>
    <message>
        <source>The map has {count} classes: the shares of all their pairs are in the table of the matrix only.</source>
        <translation>Peta memiliki {count} kelas: bagian semua pasangan kelas hanya terdapat dalam tabel matriks.</translation>
    </message>
    <message>
        <source>The map of strata has no value there.</source>
        <translation>Peta strata tidak memiliki nilai di sana.</translation>
    </message>
    <message>
        <source>The map reaches the kappa asked for ({kappa}), but does not reach the overall accuracy asked for ({overall} %).</source>
        <translation>Peta mencapai kappa yang disyaratkan ({kappa}), tetapi tidak mencapai akurasi keseluruhan yang disyaratkan ({overall}%).</translation>
    </message>
    <message>
        <source>The map reaches the overall accuracy asked for ({overall} %), but does not reach the kappa asked for ({kappa}).</source>
        <translation>Peta mencapai akurasi keseluruhan yang disyaratkan ({overall}%), tetapi tidak mencapai kappa yang disyaratkan ({kappa}).</translation>
    </message>
    <message>
        <source>The map reaches what was asked for: overall accuracy of at least {overall} % and kappa of at least {kappa}.</source>
        <translation>Peta mencapai yang disyaratkan: akurasi keseluruhan sedikitnya {overall}% dan kappa sedikitnya {kappa}.</translation>
    </message>
    <message>
        <source>The map shows all layers that are switched on.</source>
        <translation>Peta menampilkan semua layer yang dinyalakan.</translation>
    </message>
    <message>
        <source>The map shows no part of {raster}: move it there.</source>
        <translation>Peta tidak menampilkan bagian mana pun dari {raster}: geser peta ke sana.</translation>
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
        <source>The maps number the same classes differently, so classes are matched by name; codes of {after} = codes here: {pairs}.</source>
        <translation>Kelas yang sama bernomor berbeda pada kedua peta sehingga kelas dicocokkan menurut nama; kode {after} = kode di sini: {pairs}.</translation>
    </message>
    <message>
        <source>The mask {path} was made with other choices than those of now, and stays as it is: {differences}.</source>
        <translation>Mask kelas {path} dibuat dengan pilihan yang berbeda dari yang sekarang, dan tetap apa adanya: {differences}.</translation>
    </message>
    <message>
        <source>The masks of {name} mark no shadows: they stay in the image.</source>
        <translation>Mask dalam {name} tidak menandai bayangan: bayangan tetap ada dalam citra.</translation>
    </message>
    <message>
        <source>The matrix adds up to {total} ha, {more} ha more than the {ground} ha of ground that it shows: where zones of a plan overlap, ground counts in each pair of zones, and its rows and columns are more than the hectares of a zone, which the table above has.</source>
        <translation>Jumlah matriks adalah {total} ha, {more} ha lebih banyak daripada {ground} ha lahan yang ditunjukkannya: di tempat zona dalam satu rencana bertumpang tindih, lahannya dihitung di setiap pasangan zona, sehingga baris dan kolomnya melebihi luas zona, yang terdapat dalam tabel di atas.</translation>
    </message>
    <message>
        <source>The matrix in hectares</source>
        <translation>Matriks perubahan dalam hektare</translation>
    </message>
    <message>
        <source>The matrix in percent of the map</source>
        <translation>Matriks perubahan dalam persen dari peta</translation>
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
        <source>The model runs...</source>
        <translation>Model sedang berjalan...</translation>
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
        <source>The models flag from {low} to {high} ha of {looked} ha, and nothing that was given tells which is right: add points of burned and of unburned places, or the official area.</source>
        <translation>Model menandai dari {low} sampai {high} ha dari {looked} ha, dan data yang diberikan tidak menunjukkan mana yang benar: tambahkan titik tempat terbakar dan tidak terbakar, atau luas resmi.</translation>
    </message>
    <message>
        <source>The names {bands} in {raster} mean other bands with one sensor than with another, so {missing} cannot be told: name the bands red, green, blue, nir, swir16, swir22.</source>
        <translation>Nama {bands} dalam {raster} berarti kanal yang berbeda pada setiap sensor sehingga {missing} tidak dapat ditentukan: beri nama kanalnya red, green, blue, nir, swir16, swir22.</translation>
    </message>
    <message>
        <source>The outlines of the zones cannot be compared ({reason}): repair the layer (Vector geometry &gt; Fix geometries).</source>
        <translation>Garis batas zona tidak dapat dibandingkan ({reason}): perbaiki layernya (Geometri vektor &gt; Fix geometries).</translation>
    </message>
    <message>
        <source>The output {path} is a file of the input: give another name.</source>
        <translation>Keluaran {path} adalah berkas masukan: berikan nama lain.</translation>
    </message>
    <message>
        <source>The patches with mines cannot be parted: they lie within {distance} m of each other, or belong together. All are for training, so nothing is left to judge the model by: lower GROUP_DISTANCE or TILE, or take a larger image.</source>
        <translation>Potongan yang memuat tambang tidak dapat dipisahkan: jaraknya satu sama lain kurang dari {distance} m, atau harus tetap bersama. Semuanya menjadi data latih sehingga tidak ada yang tersisa untuk menilai model: turunkan GROUP_DISTANCE atau TILE, atau pakai citra yang lebih besar.</translation>
    </message>
    <message>
        <source>The plan calls these zones several things, so the example has no rule for them: {zones}.</source>
        <translation>Rencana menyebut zona-zona ini dengan beberapa sebutan sehingga contoh tidak memuat aturan untuknya: {zones}.</translation>
    </message>
    <message>
        <source>The plan in force and the revised plan: from what to what</source>
        <translation>Rencana yang berlaku dan rencana revisi: dari zona apa menjadi zona apa</translation>
    </message>
    <message>
        <source>The plans have {count} zones, too many for a matrix: the hectares from zone to zone are in the table.</source>
        <translation>Kedua rencana memiliki {count} zona, terlalu banyak untuk matriks: luas dari zona ke zona dalam hektare terdapat dalam tabel.</translation>
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
        <source>The polygons of land cover, plan and units are cut along each other&apos;s edges.</source>
        <translation>Poligon tutupan lahan, rencana, dan wilayah administrasi saling dipotong menurut garis batasnya.</translation>
    </message>
    <message>
        <source>The polygons of the spatial plan (RTRW, RDTR)</source>
        <translation>Poligon rencana tata ruang (RTRW, RDTR)</translation>
    </message>
    <message>
        <source>The preset earth_engine decides on {names}: what was given is not used.</source>
        <translation>Preset earth_engine menentukan sendiri {names}: nilai yang diberikan tidak dipakai.</translation>
    </message>
    <message>
        <source>The print template {path} cannot be read: install the plugin again.</source>
        <translation>Templat cetak {path} tidak dapat dibaca: pasang ulang plugin.</translation>
    </message>
    <message>
        <source>The random forest inside {name} cannot be understood ({reason}): train it again.</source>
        <translation>Random forest di dalam {name} tidak dapat dipahami ({reason}): latih ulang modelnya.</translation>
    </message>
    <message>
        <source>The raster holds values of 0 to 255, which are no reflectance: {names} cannot be compared with other images.</source>
        <translation>Raster memuat nilai 0 sampai 255, yang bukan reflektansi: {names} tidak dapat dibandingkan dengan citra lain.</translation>
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
        <source>The raster&apos;s values are {own}, those that the model was trained on {trained}: {said}. Check that this is right.</source>
        <translation>Nilai raster adalah {own}, sedangkan model dilatih dengan {trained}: {said}. Pastikan ini benar.</translation>
    </message>
    <message>
        <source>The rasters declare different scales and offsets: each is brought to physical values, which the composite holds.</source>
        <translation>Skala dan offset yang dinyatakan setiap raster berbeda: semuanya diubah ke nilai fisik, dan komposit memuat nilai fisik itu.</translation>
    </message>
    <message>
        <source>The rasters lie so far apart that one raster around them has {width} x {height} pixels, nearly all empty: leave out those that lie elsewhere, or give REFERENCE.</source>
        <translation>Letak raster-raster itu terlalu berjauhan sehingga raster yang melingkupinya berukuran {width} x {height} piksel dan hampir seluruhnya kosong: jangan sertakan yang terletak di tempat lain, atau berikan REFERENCE.</translation>
    </message>
    <message>
        <source>The reference field holds what is neither a class of the map nor a name of its legend.</source>
        <translation>Field acuan memuat nilai yang bukan kelas peta dan bukan nama dalam legendanya.</translation>
    </message>
    <message>
        <source>The reference field is empty.</source>
        <translation>Field acuan kosong.</translation>
    </message>
    <message>
        <source>The reference has no polygon: choose a layer with at least one.</source>
        <translation>Acuan tidak memiliki poligon: pilih layer yang memuat sedikitnya satu poligon.</translation>
    </message>
    <message>
        <source>The reference is of polygons. The figures hold for the map only if the polygons were drawn at random: where they lie where a class is plain to see, or were used to train the map, it looks better than it is.</source>
        <translation>Acuannya berupa poligon. Angka ini berlaku untuk peta hanya jika poligon diambil secara acak: jika poligon digambar di tempat yang kelasnya mudah dikenali, atau dipakai untuk melatih peta, peta tampak lebih baik daripada kenyataannya.</translation>
    </message>
    <message>
        <source>The reference shows no {name} here. All of the {predicted} ha that the map shows are false alarms.</source>
        <translation>Acuan tidak menunjukkan {name} di sini. Seluruh {predicted} ha yang ditunjukkan peta adalah alarm palsu.</translation>
    </message>
    <message>
        <source>The rest: {states}.</source>
        <translation>Selebihnya: {states}.</translation>
    </message>
    <message>
        <source>The result cannot be brought into the CRS of the later mines ({reason}): check that CRS.</source>
        <translation>Hasil tidak dapat diubah ke sistem koordinat tambang tanggal akhir ({reason}): periksa sistem koordinat itu.</translation>
    </message>
    <message>
        <source>The result is being read...</source>
        <translation>Hasil sedang dibaca...</translation>
    </message>
    <message>
        <source>The results are being copied...</source>
        <translation>Hasil sedang disalin...</translation>
    </message>
    <message>
        <source>The results cannot be copied to {folder} ({reason}): free space on the disk or choose another folder.</source>
        <translation>Hasil tidak dapat disalin ke {folder} ({reason}): kosongkan sebagian ruang pada disk atau pilih folder lain.</translation>
    </message>
    <message>
        <source>The rules are an example made by Pantau, not an official table: edit a copy of them (RULES_OUT) and give it as the rules (RULES).</source>
        <translation>Aturannya adalah contoh buatan Pantau, bukan tabel resmi: sunting salinannya (RULES_OUT), lalu berikan sebagai tabel aturan (RULES).</translation>
    </message>
    <message>
        <source>The rules are an example, not official: make your own table of rules before you sign.</source>
        <translation>Aturannya hanya contoh, tidak resmi: buat tabel aturan Anda sendiri sebelum menandatangani hasilnya.</translation>
    </message>
    <message>
        <source>The rules are saved.</source>
        <translation>Aturan tersimpan.</translation>
    </message>
    <message>
        <source>The rules {path} cannot be read ({reason}): check the name.</source>
        <translation>Aturan {path} tidak dapat dibaca ({reason}): periksa namanya.</translation>
    </message>
    <message>
        <source>The run ended without a result, and gave no reason: see the log messages of QGIS.</source>
        <translation>Proses berakhir tanpa hasil dan tanpa keterangan: lihat pesan log QGIS.</translation>
    </message>
    <message>
        <source>The run was cancelled.</source>
        <translation>Proses dibatalkan.</translation>
    </message>
    <message>
        <source>The run was cancelled: what shows is not up to date.</source>
        <translation>Proses dibatalkan: yang tampil tidak mutakhir.</translation>
    </message>
    <message>
        <source>The run was cancelled; nothing was written.</source>
        <translation>Proses dibatalkan; tidak ada yang ditulis.</translation>
    </message>
    <message>
        <source>The sample district is being made...</source>
        <translation>Kabupaten contoh sedang dibuat...</translation>
    </message>
    <message>
        <source>The sample project is being made: wait for it, or cancel it first.</source>
        <translation>Proyek contoh sedang dibuat: tunggu sampai selesai, atau batalkan dahulu.</translation>
    </message>
    <message>
        <source>The samples are not spread over the classes of the map as a simple random sample would be (chi-square test, p below {p}), so they are taken as stratified by class.</source>
        <translation>Sampel tidak tersebar pada kelas peta seperti sampel acak sederhana (uji khi-kuadrat, p di bawah {p}), jadi dianggap berstrata menurut kelas.</translation>
    </message>
    <message>
        <source>The samples are spread over the classes of the map as those of a simple random sample are (chi-square test, p = {p}), so they are taken as one.</source>
        <translation>Sampel tersebar pada kelas peta seperti sampel acak sederhana (uji khi-kuadrat, p = {p}), jadi dianggap sampel acak sederhana.</translation>
    </message>
    <message>
        <source>The samples are stratified by {strata}.</source>
        <translation>Sampel berstrata menurut {strata}.</translation>
    </message>
    <message>
        <source>The samples are taken as a simple random sample, as chosen.</source>
        <translation>Sampel dianggap sebagai sampel acak sederhana, sesuai pilihan.</translation>
    </message>
    <message>
        <source>The samples are taken as stratified by the classes of the map, as chosen.</source>
        <translation>Sampel dianggap berstrata menurut kelas peta, sesuai pilihan.</translation>
    </message>
    <message>
        <source>The samples are too few to speak of single classes; what there is stands in the table of figures.</source>
        <translation>Sampel terlalu sedikit untuk menilai kelas satu per satu; angka yang ada terdapat dalam tabel angka akurasi.</translation>
    </message>
    <message>
        <source>The samples are too few to tell whether they were drawn by chance alone, so they are taken as stratified by the classes of the map, which holds in either case.</source>
        <translation>Sampel terlalu sedikit untuk mengetahui apakah diambil sepenuhnya secara acak, sehingga dianggap berstrata menurut kelas peta, yang berlaku untuk keduanya.</translation>
    </message>
    <message>
        <source>The samples as counted tell of these samples and of how they were spread over the strata, not of the map.</source>
        <translation>Angka menurut cacah sampel menerangkan sampel ini dan penyebarannya pada strata, bukan peta.</translation>
    </message>
    <message>
        <source>The samples were drawn from the whole map at once. The area-weighted figures sort them by the class of the map afterwards, and each sample then stands for the area of its class, divided by the samples in it.</source>
        <translation>Sampel diambil dari seluruh peta sekaligus. Angka berbobot luas mengelompokkannya kemudian menurut kelas peta, dan setiap sampel lalu mewakili luas kelasnya dibagi jumlah sampel di kelas itu.</translation>
    </message>
    <message>
        <source>The scenes lie so far apart that one raster around them has {width} x {height} pixels, nearly all empty: leave out those that lie elsewhere, or check their coordinate systems.</source>
        <translation>Letak citra-citra itu terlalu berjauhan sehingga raster yang melingkupinya berukuran {width} x {height} piksel dan hampir seluruhnya kosong: jangan sertakan citra yang terletak di tempat lain, atau periksa sistem koordinatnya.</translation>
    </message>
    <message>
        <source>The scenes of {name} hold no data where they are looked at: check the area of interest and the band.</source>
        <translation>Citra {name} tidak memuat data pada bagian yang diperiksa: periksa area kajian dan kanalnya.</translation>
    </message>
    <message>
        <source>The share of the map that is right.</source>
        <translation>Bagian peta yang benar.</translation>
    </message>
    <message>
        <source>The share of the sampled part of the map that is right.</source>
        <translation>Bagian yang benar dari peta yang disampel.</translation>
    </message>
    <message>
        <source>The single bands are called differently ({names}): check that they all show the same.</source>
        <translation>Nama kanal tunggalnya berbeda-beda ({names}): pastikan semuanya menunjukkan hal yang sama.</translation>
    </message>
    <message>
        <source>The six models of mean and standard deviation</source>
        <translation>Enam model rata-rata dan simpangan baku</translation>
    </message>
    <message>
        <source>The stack</source>
        <translation>Rangkaian citra</translation>
    </message>
    <message>
        <source>The strata that the samples were drawn from. Each sample stands for the area of its stratum, divided by the samples in it.</source>
        <translation>Strata asal sampel. Setiap sampel mewakili luas stratumnya dibagi jumlah sampel di stratum itu.</translation>
    </message>
    <message>
        <source>The table closes</source>
        <translation>Luas dalam tabel cocok</translation>
    </message>
    <message>
        <source>The table closes: classes, no data and what lies beyond the raster make up the zones&apos; own areas.</source>
        <translation>Luas dalam tabel cocok: kelas, tanpa data, dan bagian di luar raster berjumlah sama dengan luas zona.</translation>
    </message>
    <message>
        <source>The table closes: classes, no data and what lies beyond the raster make up the zones&apos; parts within it.</source>
        <translation>Luas dalam tabel cocok: kelas, tanpa data, dan bagian di luar raster berjumlah sama dengan luas bagian zona di dalamnya.</translation>
    </message>
    <message>
        <source>The table does not close by {area}</source>
        <translation>Luas dalam tabel berselisih {area}</translation>
    </message>
    <message>
        <source>The table is on the clipboard.</source>
        <translation>Tabel telah disalin ke papan klip.</translation>
    </message>
    <message>
        <source>The tables of the last run cannot be read: run it again.</source>
        <translation>Tabel hasil proses terakhir tidak dapat dibaca: jalankan lagi.</translation>
    </message>
    <message>
        <source>The test asks whether the samples that only one map has right fall evenly on both maps (Foody 2004); from fewer than 25, p is exact.</source>
        <translation>Uji ini memeriksa apakah sampel yang benar hanya pada satu peta terbagi sama rata antara kedua peta (Foody 2004); jika kurang dari 25, p dihitung secara eksak.</translation>
    </message>
    <message>
        <source>The test takes every sample as independent and of equal weight, which these are not: use the interval of the difference.</source>
        <translation>Uji ini menganggap semua sampel saling bebas dan setara, padahal sampel ini tidak demikian: gunakan selang selisihnya.</translation>
    </message>
    <message>
        <source>The thin line is the interval of the adjusted area. Land that was never sampled is in no adjusted area, which may make it smaller than the mapped area for that reason alone.</source>
        <translation>Garis tipis adalah selang luas terkoreksi. Lahan yang tidak pernah disampel tidak termasuk dalam luas terkoreksi mana pun, sehingga luas itu dapat lebih kecil daripada luas menurut peta karena alasan itu saja.</translation>
    </message>
    <message>
        <source>The thin line is the interval of the adjusted area. Where the grey bar ends outside it, the mapped area is off by more than chance explains.</source>
        <translation>Garis tipis adalah selang luas terkoreksi. Jika ujung batang kelabu berada di luarnya, luas menurut peta menyimpang melebihi yang dapat dijelaskan oleh kebetulan.</translation>
    </message>
    <message>
        <source>The threshold flags hardly more than it would without any fire ({percent} % and {none} %), so most of these hectares need not have burned: compare them with hotspots or points before you use them.</source>
        <translation>Ambang ini menandai hampir sama banyak dengan yang akan ditandainya tanpa kebakaran ({percent}% dan {none}%), jadi sebagian besar luas ini belum tentu terbakar: bandingkan dengan titik panas (hotspot) atau titik lapangan sebelum dipakai.</translation>
    </message>
    <message>
        <source>The true value lies in it, with this confidence.</source>
        <translation>Nilai sebenarnya terletak di dalamnya, dengan tingkat kepercayaan ini.</translation>
    </message>
    <message>
        <source>The two interpreters agree on {percent} % of the features that both have labelled ({n}). Kappa between them is {kappa}: {words}.</source>
        <translation>Kedua penafsir sepakat pada {percent}% fitur yang diberi label oleh keduanya ({n}). Kappa antara keduanya adalah {kappa}: {words}.</translation>
    </message>
    <message>
        <source>The two maps have different grids: each pixel of {before} took the nearest pixel of {after}.</source>
        <translation>Grid kedua peta berbeda: setiap piksel {before} mengambil piksel terdekat dari {after}.</translation>
    </message>
    <message>
        <source>The two rasters have different grids: each pixel of the later one took the nearest pixel of the earlier.</source>
        <translation>Grid kedua raster berbeda: setiap piksel raster tanggal akhir mengambil piksel terdekat dari raster tanggal awal.</translation>
    </message>
    <message>
        <source>The upper layer covers {percent} %.</source>
        <translation>Layer atas menutupi {percent}%.</translation>
    </message>
    <message>
        <source>The values are other than those that the model was trained on: those of band {band} go from {least:g} to {most:g}, and the samples from {low:g} to {high:g}. Unless both have the same units, the map means nothing.</source>
        <translation>Nilainya berbeda dari nilai yang dipakai untuk melatih model: nilai kanal {band} dari {least:g} sampai {most:g}, sedangkan sampel dari {low:g} sampai {high:g}. Jika satuan keduanya tidak sama, petanya tidak bermakna.</translation>
    </message>
    <message>
        <source>The values look like those of a Landsat product whose scale has been lost: make them value x 0.0000275 - 0.2 first, or the result means nothing.</source>
        <translation>Nilainya tampak seperti produk Landsat yang skalanya hilang: ubah dahulu menjadi nilai x 0.0000275 - 0.2, jika tidak hasilnya tidak bermakna.</translation>
    </message>
    <message>
        <source>The whole map</source>
        <translation>Seluruh peta</translation>
    </message>
    <message>
        <source>The whole result is saved; the filter is only in what is shown here.</source>
        <translation>Seluruh hasil tersimpan; penyaringan hanya berlaku untuk yang ditampilkan di sini.</translation>
    </message>
    <message>
        <source>The {count} largest are shown.</source>
        <translation>Yang ditampilkan adalah {count} yang terluas.</translation>
    </message>
    <message>
        <source>The {most} largest of {count} areas, {area} ha in all, are marked.</source>
        <translation>{most} lokasi terluas dari {count} lokasi, seluruhnya {area} ha, ditandai.</translation>
    </message>
    <message>
        <source>There are no more patches without a mine that keep the distance to the other side.</source>
        <translation>Tidak ada lagi potongan tanpa tambang yang memenuhi jarak antara data latih dan validasi.</translation>
    </message>
    <message>
        <source>There is no class raster in this project. Add one, such as a land cover map as GeoTIFF, or open the sample project from the menu of Pantau.</source>
        <translation>Tidak ada raster kelas dalam proyek ini. Tambahkan satu, misalnya peta tutupan lahan berformat GeoTIFF, atau buka proyek contoh dari menu Pantau.</translation>
    </message>
    <message>
        <source>There is no file or folder at {path}: check the name.</source>
        <translation>Tidak ada berkas atau folder di {path}: periksa namanya.</translation>
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
        <source>There is no raster to combine: give at least one as INPUTS.</source>
        <translation>Tidak ada raster untuk digabungkan: berikan sedikitnya satu sebagai INPUTS.</translation>
    </message>
    <message>
        <source>There is no raster: give one at least.</source>
        <translation>Tidak ada raster: berikan sedikitnya satu.</translation>
    </message>
    <message>
        <source>There is no whole pixel of it to mark: {area} ha lie along the edges of zones.</source>
        <translation>Tidak ada piksel utuh yang dapat ditandai: {area} ha terletak di sepanjang tepi zona.</translation>
    </message>
    <message>
        <source>There is none in what is shown.</source>
        <translation>Tidak ada dalam bagian yang ditampilkan.</translation>
    </message>
    <message>
        <source>There is none, or none as large as the minimum.</source>
        <translation>Tidak ada, atau tidak ada yang mencapai luas minimum.</translation>
    </message>
    <message>
        <source>There is nothing to print: the map is empty, and so is the result.</source>
        <translation>Tidak ada yang dapat dicetak: peta kosong, begitu pula hasilnya.</translation>
    </message>
    <message>
        <source>These are places to look at, and no proof: a mask or a drawing may take bare soil, ponds or clouds for a mine. Look at the images of both dates before you visit a place or name anyone.</source>
        <translation>Ini adalah lokasi yang perlu diperiksa, bukan bukti: mask kelas atau poligon yang digambar dapat keliru menganggap tanah terbuka, kolam, atau awan sebagai tambang. Periksa citra kedua tanggal sebelum mendatangi lokasi atau menyebut nama siapa pun.</translation>
    </message>
    <message>
        <source>These figures tell how well the forest knows samples like those it was given, which were chosen where the class is plain to see. They are not the accuracy of a map: for that, check a random sample of points on the map (Olofsson and others 2014).</source>
        <translation>Angka-angka ini menunjukkan seberapa baik model mengenali sampel seperti yang diberikan kepadanya, yang dipilih di tempat kelasnya tampak jelas. Ini bukan akurasi peta: untuk itu, periksa sampel titik acak pada peta (Olofsson dkk. 2014).</translation>
    </message>
    <message>
        <source>These layers cannot be read there: {layers}.</source>
        <translation>Layer berikut tidak dapat dibaca di sana: {layers}.</translation>
    </message>
    <message>
        <source>These lines of {name} name no class or zone that is shown: {lines}.</source>
        <translation>Baris {name} berikut tidak menyebut kelas atau zona yang ditampilkan: {lines}.</translation>
    </message>
    <message>
        <source>This GDAL cannot read JPEG 2000, the format of Sentinel-2&apos;s images: install GDAL with OpenJPEG, as QGIS&apos;s own installers have it.</source>
        <translation>GDAL ini tidak dapat membaca JPEG 2000, format citra Sentinel-2: pasang GDAL dengan OpenJPEG, seperti dalam pemasang resmi QGIS.</translation>
    </message>
    <message>
        <source>This compares the map with a reference that covers the same ground, pixel by pixel. It is no estimate from a sample of points. Neighbouring pixels, and the pixels of one image, resemble each other and are not independent observations, so no confidence interval is given. The figures hold for this area and this reference, and are as good as the reference is: for a statement about other places, or for areas with a margin of error, check a random sample of points (Olofsson and others 2014).</source>
        <translation>Laporan ini membandingkan peta dengan acuan yang meliputi wilayah yang sama, piksel demi piksel. Ini bukan pendugaan dari sampel titik. Piksel yang bertetangga, dan piksel dalam satu citra, mirip satu sama lain dan bukan pengamatan yang saling bebas sehingga selang kepercayaan tidak diberikan. Angka-angka ini berlaku untuk area ini dan acuan ini, dan hanya sebaik acuannya: untuk pernyataan tentang tempat lain, atau untuk luas beserta margin galatnya, periksa sampel titik acak (Olofsson dkk. 2014).</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>Ambang</translation>
    </message>
    <message>
        <source>Threshold by</source>
        <translation>Ambang menurut</translation>
    </message>
    <message>
        <source>Threshold by {method}: {value}. Above it lie {area} ha, {percent} %.</source>
        <translation>Ambang menurut {method}: {value}. Di atasnya terdapat {area} ha, {percent}%.</translation>
    </message>
    <message>
        <source>Threshold by {method}: {value}. Below it lie {area} ha, {percent} %.</source>
        <translation>Ambang menurut {method}: {value}. Di bawahnya terdapat {area} ha, {percent}%.</translation>
    </message>
    <message>
        <source>Thresholds of mean and standard deviation always find &quot;fire&quot;. Where nothing has burned and the index spreads like a Gaussian, 15.9 % still lie below the mean less one standard deviation, 50.0 % below the mean and 84.1 % below the mean and one standard deviation. What tells of fire is a share well above that which this index has without any fire, and hotspots or points where the map says burned.</source>
        <translation>Ambang rata-rata dan simpangan baku selalu menemukan &quot;kebakaran&quot;. Jika tidak ada yang terbakar dan indeks tersebar menurut sebaran Gauss, 15,9% tetap terletak di bawah rata-rata dikurangi satu simpangan baku, 50,0% di bawah rata-rata, dan 84,1% di bawah rata-rata ditambah satu simpangan baku. Yang menunjukkan kebakaran adalah bagian yang jauh di atas bagian yang dimiliki indeks ini tanpa kebakaran, serta titik panas (hotspot) atau titik lapangan di tempat yang dinyatakan terbakar oleh peta.</translation>
    </message>
    <message>
        <source>Thresholds of mean and standard deviation always find &quot;fire&quot;: of a Gaussian without any fire 15.9 % lie below the mean less one standard deviation, 50.0 % below the mean, 84.1 % below the mean and one standard deviation. They come near the truth only where about as much burned as they flag anyway. What darkens the canopy without fire (cutting, harvest, flooding) looks the same to radar.</source>
        <translation>Ambang dari rata-rata dan simpangan baku selalu menemukan &quot;kebakaran&quot;: pada sebaran Gauss tanpa kebakaran, 15,9% terletak di bawah rata-rata dikurangi satu simpangan baku, 50,0% di bawah rata-rata, 84,1% di bawah rata-rata ditambah satu simpangan baku. Hasilnya hanya mendekati kenyataan jika luas yang terbakar memang kira-kira sebesar yang ditandai. Hal lain yang menggelapkan tajuk tanpa kebakaran (penebangan, panen, banjir) tampak sama bagi radar.</translation>
    </message>
    <message>
        <source>Thresholds that look for two classes</source>
        <translation>Ambang yang mencari dua kelas</translation>
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
        <source>Title of the sheets and the report</source>
        <translation>Judul lembar kerja dan laporan</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Menjadi</translation>
    </message>
    <message>
        <source>To (ha)</source>
        <translation>Sampai (ha)</translation>
    </message>
    <message>
        <source>To be reviewed (ha)</source>
        <translation>Perlu kajian (ha)</translation>
    </message>
    <message>
        <source>To other zones (ha)</source>
        <translation>Ke zona lain (ha)</translation>
    </message>
    <message>
        <source>To&amp;gether</source>
        <translation>Bandin&amp;gkan</translation>
    </message>
    <message>
        <source>Too few groups of samples to hold some out: there is no cross-validation. Draw several features of each class.</source>
        <translation>Kelompok sampel terlalu sedikit untuk disisihkan sebagian: validasi silang tidak dilakukan. Gambar beberapa fitur untuk setiap kelas.</translation>
    </message>
    <message>
        <source>Too thin to draw: {value} in {count} flow(s).</source>
        <translation>Terlalu tipis untuk digambar: {value} dalam {count} aliran.</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Jumlah</translation>
    </message>
    <message>
        <source>Total (ha)</source>
        <translation>Jumlah (ha)</translation>
    </message>
    <message>
        <source>Total ({unit})</source>
        <translation>Jumlah ({unit})</translation>
    </message>
    <message>
        <source>Total: {area} {unit}.</source>
        <translation>Jumlah: {area} {unit}.</translation>
    </message>
    <message>
        <source>Train a forest</source>
        <translation>Latih random forest</translation>
    </message>
    <message>
        <source>Train a random forest</source>
        <translation>Latih random forest</translation>
    </message>
    <message>
        <source>Training points</source>
        <translation>Titik latih</translation>
    </message>
    <message>
        <source>Training polygons</source>
        <translation>Poligon latih</translation>
    </message>
    <message>
        <source>Training samples: points or polygons</source>
        <translation>Sampel latih: titik atau poligon</translation>
    </message>
    <message>
        <source>Trees</source>
        <translation>Jumlah pohon</translation>
    </message>
    <message>
        <source>Turns each contiguous piece of a class into a polygon with its hectares, and names the largest.</source>
        <translation>Mengubah setiap hamparan suatu kelas menjadi poligon beserta luasnya dalam hektare, dan menyebutkan yang terluas.</translation>
    </message>
    <message>
        <source>Twice the lesser of gain and loss: the class went from one place and came in another as much. A map with no net change may have much swap (Pontius and others 2004).</source>
        <translation>Dua kali yang lebih kecil di antara penambahan dan pengurangan: kelas itu hilang di satu tempat dan muncul seluas itu di tempat lain. Peta tanpa perubahan neto dapat mengandung banyak pertukaran (Pontius dkk. 2004).</translation>
    </message>
    <message>
        <source>Two interpreters</source>
        <translation>Dua penafsir</translation>
    </message>
    <message>
        <source>Two maps on the same samples</source>
        <translation>Dua peta pada sampel yang sama</translation>
    </message>
    <message>
        <source>Two polygons cannot be overlaid ({reason}): repair the layers (Vector geometry &gt; Fix geometries).</source>
        <translation>Dua poligon tidak dapat ditumpangsusunkan ({reason}): perbaiki layernya (Geometri vektor &gt; Fix geometries).</translation>
    </message>
    <message>
        <source>UA (%)</source>
        <translation>UA (%)</translation>
    </message>
    <message>
        <source>UA: user&apos;s accuracy, of a row; PA: producer&apos;s accuracy, of a column. Some software prints the matrix the other way round.</source>
        <translation>UA: akurasi pengguna, menurut baris; PA: akurasi pembuat, menurut kolom. Sebagian perangkat lunak mencetak matriks dengan baris dan kolom yang ditukar.</translation>
    </message>
    <message>
        <source>Un&amp;its</source>
        <translation>W&amp;ilayah</translation>
    </message>
    <message>
        <source>Unburned land grows darker by chance as often as it grows brighter. So the side of the histogram on which nothing burns, mirrored at its peak, tells what share of unburned land lies beyond a threshold. It holds while most of the land did not burn.</source>
        <translation>Lahan yang tidak terbakar secara kebetulan menjadi lebih gelap sama seringnya dengan menjadi lebih terang. Jadi sisi histogram yang tidak memuat lahan terbakar, dicerminkan pada puncaknya, menunjukkan bagian lahan tidak terbakar yang melampaui ambang. Hal ini berlaku selama sebagian besar lahan tidak terbakar.</translation>
    </message>
    <message>
        <source>Unchanged (ha)</source>
        <translation>Tidak berubah (ha)</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Urungkan</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Wilayah</translation>
    </message>
    <message>
        <source>Unit of the image</source>
        <translation>Satuan citra</translation>
    </message>
    <message>
        <source>Unit of the images</source>
        <translation>Satuan citra</translation>
    </message>
    <message>
        <source>Unit of the table; files are in hectares</source>
        <translation>Satuan tabel; berkas selalu dalam hektare</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>Wilayah</translation>
    </message>
    <message>
        <source>Units in no zone (ha)</source>
        <translation>Wilayah di luar semua zona (ha)</translation>
    </message>
    <message>
        <source>Units of each raster</source>
        <translation>Satuan setiap raster</translation>
    </message>
    <message>
        <source>Units of the backscatter</source>
        <translation>Satuan hamburan balik</translation>
    </message>
    <message>
        <source>Units of the scenes</source>
        <translation>Satuan citra</translation>
    </message>
    <message>
        <source>Units overlap: added up, they have {more} ha more in both plans than there are.</source>
        <translation>Wilayah bertumpang tindih: jika dijumlahkan, luasnya dalam kedua rencana kelebihan {more} ha dari yang sebenarnya.</translation>
    </message>
    <message>
        <source>Unknown label</source>
        <translation>Label tidak dikenal</translation>
    </message>
    <message>
        <source>Unknown labels, the most frequent {first} of {count}: {labels}.</source>
        <translation>Label tidak dikenal, {first} yang paling sering dari {count}: {labels}.</translation>
    </message>
    <message>
        <source>Unknown labels: {labels}.</source>
        <translation>Label tidak dikenal: {labels}.</translation>
    </message>
    <message>
        <source>Up to date</source>
        <translation>Mutakhir</translation>
    </message>
    <message>
        <source>User&apos;s</source>
        <translation>Pengguna</translation>
    </message>
    <message>
        <source>User&apos;s accuracy</source>
        <translation>Akurasi pengguna</translation>
    </message>
    <message>
        <source>User&apos;s accuracy (%)</source>
        <translation>Akurasi pengguna (%)</translation>
    </message>
    <message>
        <source>User&apos;s accuracy (UA)</source>
        <translation>Akurasi pengguna (UA)</translation>
    </message>
    <message>
        <source>User&apos;s accuracy of each class in each zone (%)</source>
        <translation>Akurasi pengguna setiap kelas di setiap zona (%)</translation>
    </message>
    <message>
        <source>User&apos;s and producer&apos;s accuracy in one figure: their harmonic mean.</source>
        <translation>Akurasi pengguna dan akurasi pembuat dalam satu angka: rata-rata harmonik keduanya.</translation>
    </message>
    <message>
        <source>VALUE is {value:g}, and METHOD is {method}: set METHOD to value, or leave VALUE empty.</source>
        <translation>VALUE bernilai {value:g}, sedangkan METHOD bernilai {method}: atur METHOD menjadi value, atau kosongkan VALUE.</translation>
    </message>
    <message>
        <source>Validation points</source>
        <translation>Titik validasi</translation>
    </message>
    <message>
        <source>Validation points (or polygons)</source>
        <translation>Titik (atau poligon) validasi</translation>
    </message>
    <message>
        <source>Validation points?</source>
        <translation>Ada titik validasi?</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Nilai</translation>
    </message>
    <message>
        <source>Values in most pixels: {before} before, {after} after. Medians of unequal numbers are biased against each other, so that unburned land seems to have changed: give as many scenes before as after.</source>
        <translation>Nilai di sebagian besar piksel: {before} sebelum, {after} sesudah. Median dari jumlah yang berbeda saling bias sehingga lahan yang tidak terbakar tampak berubah: berikan jumlah citra yang sama sebelum dan sesudah.</translation>
    </message>
    <message>
        <source>Values taken as no data</source>
        <translation>Jumlah nilai yang dianggap tanpa data</translation>
    </message>
    <message>
        <source>Values: given to the model as they are.</source>
        <translation>Nilai: diberikan kepada model apa adanya.</translation>
    </message>
    <message>
        <source>Values: kept as they are; the raster does not say that they are reflectance.</source>
        <translation>Nilai: dipertahankan apa adanya; raster tidak menyatakannya sebagai reflektansi.</translation>
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
        <source>Variance of kappa</source>
        <translation>Varians kappa</translation>
    </message>
    <message>
        <source>Vegetated</source>
        <translation>Bervegetasi</translation>
    </message>
    <message>
        <source>Vegetated classes</source>
        <translation>Kelas bervegetasi</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Versi</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Tampilan</translation>
    </message>
    <message>
        <source>Watch mines (two scenes to alerts and hectares)</source>
        <translation>Pantau tambang (dua citra menjadi peringatan dan luas)</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Jenis</translation>
    </message>
    <message>
        <source>What covers each zone, in hectares</source>
        <translation>Tutupan setiap zona, dalam hektare</translation>
    </message>
    <message>
        <source>What does not close (ha)</source>
        <translation>Selisih yang tersisa (ha)</translation>
    </message>
    <message>
        <source>What each threshold flags</source>
        <translation>Yang ditandai setiap ambang</translation>
    </message>
    <message>
        <source>What is installed and what is missing, which device runs the models, and a report to copy</source>
        <translation>Yang terpasang dan yang belum, perangkat yang menjalankan model, dan laporan untuk disalin</translation>
    </message>
    <message>
        <source>What is mapped in these zones differs from their own area: {zones}.</source>
        <translation>Luas yang dipetakan dalam zona berikut berbeda dari luas zonanya: {zones}.</translation>
    </message>
    <message>
        <source>What is measured: the table is renewed when the selection or the map changes</source>
        <translation>Yang diukur: tabel diperbarui ketika seleksi atau peta berubah</translation>
    </message>
    <message>
        <source>What it means</source>
        <translation>Artinya</translation>
    </message>
    <message>
        <source>What it says</source>
        <translation>Keterangan</translation>
    </message>
    <message>
        <source>What it would flag without any fire cannot be told here: by the other side of the histogram {none} %, more than the {flagged} % found, since much land grew brighter for another reason, such as flooded or planted fields. Give a fuel mask.</source>
        <translation>Yang akan ditandai tanpa kebakaran tidak dapat diketahui di sini: menurut sisi lain histogram {none}%, lebih dari {flagged}% yang ditemukan, karena banyak lahan menjadi lebih terang oleh sebab lain, misalnya sawah yang digenangi atau ditanami. Berikan mask bahan bakar.</translation>
    </message>
    <message>
        <source>What lies in the zones for building, in hectares</source>
        <translation>Isi zona peruntukan terbangun, dalam hektare</translation>
    </message>
    <message>
        <source>What ran the model</source>
        <translation>Yang menjalankan model</translation>
    </message>
    <message>
        <source>What stayed the same, {percent} % of the map, is left out.</source>
        <translation>Yang tetap sama, {percent}% dari peta, tidak digambar.</translation>
    </message>
    <message>
        <source>What stayed the same, {percent} %, is left out.</source>
        <translation>Yang tetap sama, {percent}%, tidak digambar.</translation>
    </message>
    <message>
        <source>What stayed, was lost and was gained, in hectares</source>
        <translation>Luas yang tetap, berkurang, dan bertambah, dalam hektare</translation>
    </message>
    <message>
        <source>What stayed, went and came, in hectares</source>
        <translation>Luas tetap, keluar, dan masuk, dalam hektare</translation>
    </message>
    <message>
        <source>What the bars stand for</source>
        <translation>Arti setiap batang</translation>
    </message>
    <message>
        <source>What the run had to say</source>
        <translation>Pesan dari proses</translation>
    </message>
    <message>
        <source>What was compared</source>
        <translation>Yang dibandingkan</translation>
    </message>
    <message>
        <source>What was given?</source>
        <translation>Apa yang diberikan?</translation>
    </message>
    <message>
        <source>What was looked at</source>
        <translation>Bagian yang diperiksa</translation>
    </message>
    <message>
        <source>What was wrongly included is taken off the mapped area and what was left out is added, as far as the samples show both.</source>
        <translation>Yang keliru dimasukkan dikurangkan dari luas menurut peta dan yang terlewat ditambahkan, sejauh sampel menunjukkan keduanya.</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Letak</translation>
    </message>
    <message>
        <source>Where a rule asks for the estimate and as much to both sides, it is here, within what is possible.</source>
        <translation>Jika suatu aturan meminta dugaan dengan jarak yang sama ke kedua sisi, selang itu ada di sini, sebatas nilai yang mungkin.</translation>
    </message>
    <message>
        <source>Where each run puts a folder of its results; empty: a temporary folder, which goes with QGIS</source>
        <translation>Tempat setiap proses membuat folder hasilnya; kosong: folder sementara, yang dihapus ketika QGIS ditutup</translation>
    </message>
    <message>
        <source>Where the same boundary was drawn anew, the plans differ along it by a few metres. Such strips are counted, since they are in the plans; look at the map before you call them a change.</source>
        <translation>Di bagian yang garis batasnya digambar ulang, kedua rencana berbeda beberapa meter di sepanjang garis batas yang sama. Jalur seperti itu ikut dihitung karena memang ada dalam kedua rencana; lihat petanya sebelum menyebutnya perubahan.</translation>
    </message>
    <message>
        <source>Where zones of a plan overlap, ground is in several of these changes: they add up to {more} ha more than the {ground} ha that changed.</source>
        <translation>Di tempat zona dalam satu rencana bertumpang tindih, lahannya termasuk beberapa perubahan ini: jumlahnya {more} ha lebih banyak daripada {ground} ha yang berubah.</translation>
    </message>
    <message>
        <source>Whether both reach the thresholds (1 or 0)</source>
        <translation>Keduanya mencapai ambang atau tidak (1 atau 0)</translation>
    </message>
    <message>
        <source>Whether the map reaches overall accuracy of {overall} % and kappa of {kappa} cannot be said: kappa is not defined.</source>
        <translation>Tidak dapat dikatakan apakah peta mencapai akurasi keseluruhan {overall}% dan kappa {kappa}: kappa tidak terdefinisi.</translation>
    </message>
    <message>
        <source>Which bands matter</source>
        <translation>Kanal yang penting</translation>
    </message>
    <message>
        <source>Which class became which, from {before} (left) to {after} (right)</source>
        <translation>Kelas mana menjadi kelas mana, dari {before} (kiri) ke {after} (kanan)</translation>
    </message>
    <message>
        <source>Which zone became which, from {old} (left) to {new} (right)</source>
        <translation>Zona mana menjadi zona mana, dari {old} (kiri) ke {new} (kanan)</translation>
    </message>
    <message>
        <source>Whole plan: {percent} %</source>
        <translation>Seluruh rencana: {percent}%</translation>
    </message>
    <message>
        <source>Whole raster</source>
        <translation>Seluruh raster</translation>
    </message>
    <message>
        <source>Wide table</source>
        <translation>Tabel lebar</translation>
    </message>
    <message>
        <source>Window (pixels, odd)</source>
        <translation>Jendela (piksel, ganjil)</translation>
    </message>
    <message>
        <source>Window of the filter (pixels, odd)</source>
        <translation>Jendela filter (piksel, ganjil)</translation>
    </message>
    <message>
        <source>Window of the majority (side in pixels, odd)</source>
        <translation>Jendela filter mayoritas (sisi dalam piksel, ganjil)</translation>
    </message>
    <message>
        <source>With a class only after (ha)</source>
        <translation>Memiliki kelas hanya pada peta akhir (ha)</translation>
    </message>
    <message>
        <source>With a class only before (ha)</source>
        <translation>Memiliki kelas hanya pada peta awal (ha)</translation>
    </message>
    <message>
        <source>With data on both dates (ha)</source>
        <translation>Memuat data pada kedua tanggal (ha)</translation>
    </message>
    <message>
        <source>Without a rule (ha)</source>
        <translation>Tanpa aturan (ha)</translation>
    </message>
    <message>
        <source>Without a sample on the raster, and so not in the model: {names}.</source>
        <translation>Tanpa sampel di atas raster sehingga tidak masuk ke dalam model: {names}.</translation>
    </message>
    <message>
        <source>Without any fire</source>
        <translation>Tanpa kebakaran</translation>
    </message>
    <message>
        <source>Without any fire (%)</source>
        <translation>Tanpa kebakaran (%)</translation>
    </message>
    <message>
        <source>Without any fire it would flag {none} % and not {flagged} %: the rest has changed by more than chance explains, by fire, or by felling, harvest or flooding.</source>
        <translation>Tanpa kebakaran ambang ini akan menandai {none}%, bukan {flagged}%: selebihnya berubah lebih dari yang dapat terjadi secara kebetulan, karena kebakaran atau karena penebangan, panen, atau air.</translation>
    </message>
    <message>
        <source>Without any fire it would flag {none} %, hardly less than the {flagged} % found: this threshold does not show that anything burned.</source>
        <translation>Tanpa kebakaran pun ambang ini akan menandai {none}%, hampir sama dengan {flagged}% yang ditemukan: ambang ini tidak menunjukkan bahwa ada yang terbakar.</translation>
    </message>
    <message>
        <source>Without any fire this index itself would have {none} % there, a Gaussian of its mean and spread {gaussian} %.</source>
        <translation>Tanpa kebakaran, indeks ini sendiri akan memiliki {none}% di sana, sebaran Gauss dengan rata-rata dan simpangan bakunya {gaussian}%.</translation>
    </message>
    <message>
        <source>Without data before or after (ha)</source>
        <translation>Tanpa data sebelum atau sesudah (ha)</translation>
    </message>
    <message>
        <source>Without data in the product (percent of the area)</source>
        <translation>Tanpa data dalam produk (persen dari area)</translation>
    </message>
    <message>
        <source>Without data on one of the dates (ha)</source>
        <translation>Tanpa data pada salah satu tanggal (ha)</translation>
    </message>
    <message>
        <source>Without points that check the map, this step is left out.</source>
        <translation>Tanpa titik pemeriksa peta, langkah ini dilewati.</translation>
    </message>
    <message>
        <source>Without validation points or a plan, their steps are left out.</source>
        <translation>Tanpa titik validasi atau rencana, langkahnya dilewati.</translation>
    </message>
    <message>
        <source>Without validation points, this step is left out.</source>
        <translation>Tanpa titik validasi, langkah ini dilewati.</translation>
    </message>
    <message>
        <source>Yes, {second} is better than {first}: its overall accuracy is {points} percentage points higher, more than chance explains.</source>
        <translation>Ya, {second} lebih baik daripada {first}: akurasi keseluruhannya {points} poin persentase lebih tinggi, melebihi yang dapat dijelaskan oleh kebetulan.</translation>
    </message>
    <message>
        <source>ZONE_FIELD is {field}, and there are no zones: give ZONES, or leave it empty.</source>
        <translation>ZONE_FIELD berisi {field}, sedangkan zona tidak diberikan: berikan ZONES, atau kosongkan ZONE_FIELD.</translation>
    </message>
    <message>
        <source>ZONE_FIELDS is {fields}, and there are no zones: give ZONES, or leave it empty.</source>
        <translation>ZONE_FIELDS berisi {fields}, sedangkan zona tidak diberikan: berikan ZONES, atau kosongkan ZONE_FIELDS.</translation>
    </message>
    <message>
        <source>ZONE_TABLE is asked for, and there are no zones: give ZONES, or leave it empty.</source>
        <translation>ZONE_TABLE diminta, tetapi tidak ada zona: berikan ZONES, atau kosongkan ZONE_TABLE.</translation>
    </message>
    <message>
        <source>Zone</source>
        <translation>Zona</translation>
    </message>
    <message>
        <source>Zone (ha)</source>
        <translation>Zona (ha)</translation>
    </message>
    <message>
        <source>Zone field of the plan</source>
        <translation>Field zona rencana</translation>
    </message>
    <message>
        <source>Zone field of the plan in force</source>
        <translation>Field zona rencana yang berlaku</translation>
    </message>
    <message>
        <source>Zone field of the revised plan</source>
        <translation>Field zona rencana revisi</translation>
    </message>
    <message>
        <source>Zones</source>
        <translation>Zona</translation>
    </message>
    <message>
        <source>Zones (how many)</source>
        <translation>Jumlah zona</translation>
    </message>
    <message>
        <source>Zones added up (ha)</source>
        <translation>Jumlah luas semua zona (ha)</translation>
    </message>
    <message>
        <source>Zones and classes</source>
        <translation>Zona dan kelas</translation>
    </message>
    <message>
        <source>Zones and land cover, in hectares</source>
        <translation>Zona dan tutupan lahan, dalam hektare</translation>
    </message>
    <message>
        <source>Zones for building</source>
        <translation>Zona peruntukan terbangun</translation>
    </message>
    <message>
        <source>Zones for building (codes or names, commas)</source>
        <translation>Zona peruntukan terbangun (kode/nama, koma)</translation>
    </message>
    <message>
        <source>Zones for building (ha)</source>
        <translation>Zona peruntukan terbangun (ha)</translation>
    </message>
    <message>
        <source>Zones for building ({zones}): planned {planned} ha, built {built} ha, available {available} ha.</source>
        <translation>Zona peruntukan terbangun ({zones}): direncanakan {planned} ha, terbangun {built} ha, tersedia {available} ha.</translation>
    </message>
    <message>
        <source>Zones for building less built-up land in them and less what is not mapped (ketersediaan; Danendra and others 2023). It may be forbidden or unfit to build there.</source>
        <translation>Zona peruntukan terbangun dikurangi lahan terbangun di dalamnya dan dikurangi yang tidak dipetakan (ketersediaan lahan; Danendra dkk. 2023). Membangun di sana mungkin dilarang atau tidak layak.</translation>
    </message>
    <message>
        <source>Zones for building: {zones}.</source>
        <translation>Zona peruntukan terbangun: {zones}.</translation>
    </message>
    <message>
        <source>Zones in which the map has no class: {zones}.</source>
        <translation>Zona yang di dalamnya peta tidak memiliki kelas: {zones}.</translation>
    </message>
    <message>
        <source>Zones leave gaps between them: {area} ha belong to none.</source>
        <translation>Ada celah antarzona: {area} ha tidak termasuk zona mana pun.</translation>
    </message>
    <message>
        <source>Zones of one name in several of {fields} are one zone here ({names}): put {fields} before it in ZONE_FIELDS to tell them apart.</source>
        <translation>Zona bernama sama di beberapa {fields} dianggap satu zona di sini ({names}): cantumkan {fields} sebelumnya di ZONE_FIELDS untuk membedakannya.</translation>
    </message>
    <message>
        <source>Zones of the old plan overlap each other on {old} ha, those of the new one on {new} ha: such ground counts in each of its zones.</source>
        <translation>Tumpang tindih antarzona: {old} ha dalam rencana lama, {new} ha dalam rencana baru; lahan seperti itu dihitung di setiap zonanya.</translation>
    </message>
    <message>
        <source>Zones of {zones} whose polygons have no area, which are left out: {count} ({names}).</source>
        <translation>Zona {zones} yang poligonnya tanpa luas, yang tidak disertakan: {count} ({names}).</translation>
    </message>
    <message>
        <source>Zones overlap: {area} ha are counted in more than one of them, so the total is that much too large.</source>
        <translation>Zona bertumpang tindih: {area} ha dihitung di lebih dari satu zona sehingga jumlahnya kelebihan sebesar itu.</translation>
    </message>
    <message>
        <source>Zones that are in the table of figures only: {count}.</source>
        <translation>Zona yang hanya ada dalam tabel angka akurasi: {count}.</translation>
    </message>
    <message>
        <source>Zones that overlap each other, once for each too many (ha)</source>
        <translation>Tumpang tindih antarzona, sekali untuk setiap kelebihan (ha)</translation>
    </message>
    <message>
        <source>Zones that overlap: {area} ha count more than once.</source>
        <translation>Zona yang bertumpang tindih: {area} ha terhitung lebih dari satu kali.</translation>
    </message>
    <message>
        <source>Zones whose intervals overlap should not be ranked.</source>
        <translation>Zona yang selangnya bertumpang tindih sebaiknya tidak diperingkat.</translation>
    </message>
    <message>
        <source>Zones with an invalid outline, repaired</source>
        <translation>Zona bergaris batas tidak valid, diperbaiki</translation>
    </message>
    <message>
        <source>Zones with less, in the table only: {count}.</source>
        <translation>Zona dengan luas terbakar lebih kecil, hanya dalam tabel: {count}.</translation>
    </message>
    <message>
        <source>Zones without any mapped ground: {count} ({names}).</source>
        <translation>Zona tanpa lahan yang dipetakan: {count} ({names}).</translation>
    </message>
    <message>
        <source>Zones, by {model}</source>
        <translation>Zona, menurut {model}</translation>
    </message>
    <message>
        <source>Zones: {zones}</source>
        <translation>Zona: {zones}</translation>
    </message>
    <message>
        <source>a Gaussian (%)</source>
        <translation>sebaran Gauss (%)</translation>
    </message>
    <message>
        <source>a {provider} layer has no pixel values to measure</source>
        <translation>layer {provider} tidak memiliki nilai piksel untuk diukur</translation>
    </message>
    <message>
        <source>above</source>
        <translation>di atas</translation>
    </message>
    <message>
        <source>accuracy,validation,confusion matrix,iou,precision,recall,f1,mine,segmentation</source>
        <translation>akurasi,validasi,matriks konfusi,confusion matrix,iou,presisi,recall,kelengkapan,f1,tambang,segmentasi</translation>
    </message>
    <message>
        <source>accuracy,validation,error matrix,confusion matrix,kappa,overall accuracy,producer,user,olofsson,stehman,mcnemar,area estimation</source>
        <translation>akurasi,uji akurasi,validasi,matriks kesalahan,matriks konfusi,confusion matrix,kappa,akurasi keseluruhan,akurasi pembuat,akurasi pengguna,olofsson,stehman,mcnemar,pendugaan luas</translation>
    </message>
    <message>
        <source>adjusted</source>
        <translation>terkoreksi</translation>
    </message>
    <message>
        <source>after</source>
        <translation>sesudah</translation>
    </message>
    <message>
        <source>all else</source>
        <translation>lainnya</translation>
    </message>
    <message>
        <source>almost perfect</source>
        <translation>amat baik</translation>
    </message>
    <message>
        <source>an NVIDIA GPU was found and runs the model</source>
        <translation>GPU NVIDIA ditemukan dan menjalankan model</translation>
    </message>
    <message>
        <source>an example made by Pantau, not official</source>
        <translation>contoh buatan Pantau, tidak resmi</translation>
    </message>
    <message>
        <source>an image of {count} bands, no classes</source>
        <translation>citra dengan {count} kanal, tanpa kelas</translation>
    </message>
    <message>
        <source>another map</source>
        <translation>peta lain</translation>
    </message>
    <message>
        <source>area</source>
        <translation>luas</translation>
    </message>
    <message>
        <source>area,hectares,zonal histogram,tabulate area,zonal statistics,crosstab,kabupaten,kecamatan,desa,spreadsheet</source>
        <translation>luas,tabel luas,hektare,histogram zona,statistik zona,tabulasi silang,kabupaten,kecamatan,desa,lembar kerja,spreadsheet,zonal histogram,zonal statistics,tabulate area,crosstab</translation>
    </message>
    <message>
        <source>as asked</source>
        <translation>sesuai permintaan</translation>
    </message>
    <message>
        <source>available land</source>
        <translation>lahan tersedia</translation>
    </message>
    <message>
        <source>available, % of</source>
        <translation>tersedia, % dari</translation>
    </message>
    <message>
        <source>available, of it</source>
        <translation>tersedia, di antaranya</translation>
    </message>
    <message>
        <source>bands</source>
        <translation>kanal</translation>
    </message>
    <message>
        <source>bare</source>
        <translation>terbuka</translation>
    </message>
    <message>
        <source>before</source>
        <translation>sebelum</translation>
    </message>
    <message>
        <source>below</source>
        <translation>di bawah</translation>
    </message>
    <message>
        <source>boxcar</source>
        <translation>boxcar</translation>
    </message>
    <message>
        <source>built</source>
        <translation>terbangun</translation>
    </message>
    <message>
        <source>burned</source>
        <translation>terbakar</translation>
    </message>
    <message>
        <source>burned area,fire,karhutla,sentinel-1,sar,radar,accuracy,kecamatan,chain,workflow,model</source>
        <translation>area terbakar,luas terbakar,kebakaran,karhutla,sentinel-1,sar,radar,akurasi,kecamatan,rangkaian,alur kerja,model,burned area,fire,workflow</translation>
    </message>
    <message>
        <source>burned area,fire,sentinel-1,sar,radar,backscatter,rbr,rbd,logrbr,nrbr,burn ratio,karhutla</source>
        <translation>area terbakar,kebakaran,sentinel-1,sar,radar,hamburan balik,backscatter,rbr,rbd,logrbr,nrbr,burn ratio,karhutla,burned area,fire</translation>
    </message>
    <message>
        <source>burned area,fire,sentinel-1,sar,radar,rbr,rbd,threshold,hectares,accuracy,hotspot,kecamatan,karhutla</source>
        <translation>area terbakar,luas terbakar,kebakaran,sentinel-1,sar,radar,rbr,rbd,ambang,hektare,akurasi,titik panas,hotspot,kecamatan,karhutla,burned area,fire</translation>
    </message>
    <message>
        <source>burned area,fire,threshold,otsu,kittler,illingworth,sigma,mask,hectares,karhutla</source>
        <translation>area terbakar,kebakaran,ambang,otsu,kittler,illingworth,sigma,mask,hektare,karhutla,burned area,fire,threshold</translation>
    </message>
    <message>
        <source>by wavelength</source>
        <translation>menurut panjang gelombang</translation>
    </message>
    <message>
        <source>cannot be opened</source>
        <translation>tidak dapat dibuka</translation>
    </message>
    <message>
        <source>change</source>
        <translation>perubahan</translation>
    </message>
    <message>
        <source>change,transition,matrix,from-to,gain,loss,swap,deforestation,land cover,post-classification</source>
        <translation>perubahan,transisi,matriks,dari-ke,penambahan,pengurangan,pertukaran,deforestasi,alih fungsi lahan,tutupan lahan,pascaklasifikasi,change,swap</translation>
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
        <source>clean,majority,mode,sieve,filter,generalise,minimum mapping unit,land cover,classification</source>
        <translation>bersihkan,mayoritas,majority,modus,saring,sieve,filter,generalisasi,satuan pemetaan minimum,tutupan lahan,klasifikasi</translation>
    </message>
    <message>
        <source>common name</source>
        <translation>nama umum</translation>
    </message>
    <message>
        <source>composite,mosaic,merge,median,mean,cloud free,stack,time series</source>
        <translation>komposit,mosaik,gabung,median,rata-rata,bebas awan,tumpukan,deret waktu,composite,mosaic</translation>
    </message>
    <message>
        <source>confidence</source>
        <translation>keyakinan</translation>
    </message>
    <message>
        <source>conformity</source>
        <translation>kesesuaian</translation>
    </message>
    <message>
        <source>count</source>
        <translation>jumlah nilai</translation>
    </message>
    <message>
        <source>decibels</source>
        <translation>desibel</translation>
    </message>
    <message>
        <source>default</source>
        <translation>bawaan</translation>
    </message>
    <message>
        <source>difference</source>
        <translation>selisih</translation>
    </message>
    <message>
        <source>district (%)</source>
        <translation>kabupaten (%)</translation>
    </message>
    <message>
        <source>each feature is a zone</source>
        <translation>setiap fitur adalah satu zona</translation>
    </message>
    <message>
        <source>edited in QGIS, from the example</source>
        <translation>disunting di QGIS, dari contoh</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>kosong</translation>
    </message>
    <message>
        <source>error</source>
        <translation>galat</translation>
    </message>
    <message>
        <source>estimated from the medians</source>
        <translation>diduga dari median</translation>
    </message>
    <message>
        <source>everything</source>
        <translation>semuanya</translation>
    </message>
    <message>
        <source>example</source>
        <translation>contoh</translation>
    </message>
    <message>
        <source>fair</source>
        <translation>cukup</translation>
    </message>
    <message>
        <source>faster classification; the result is the same without it</source>
        <translation>klasifikasi lebih cepat; hasilnya sama tanpa paket ini</translation>
    </message>
    <message>
        <source>finding mines with a model</source>
        <translation>menemukan tambang dengan model</translation>
    </message>
    <message>
        <source>first</source>
        <translation>nilai pertama</translation>
    </message>
    <message>
        <source>from</source>
        <translation>dari</translation>
    </message>
    <message>
        <source>from other zones</source>
        <translation>dari zona lain</translation>
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
        <source>gained</source>
        <translation>bertambah</translation>
    </message>
    <message>
        <source>gap</source>
        <translation>celah</translation>
    </message>
    <message>
        <source>given</source>
        <translation>diberikan</translation>
    </message>
    <message>
        <source>given value</source>
        <translation>nilai yang diberikan</translation>
    </message>
    <message>
        <source>hectares</source>
        <translation>hektare</translation>
    </message>
    <message>
        <source>in a Gaussian of its mean and spread</source>
        <translation>pada sebaran Gauss dengan rata-rata dan simpangan baku indeks ini</translation>
    </message>
    <message>
        <source>in no unit</source>
        <translation>di luar semua wilayah</translation>
    </message>
    <message>
        <source>in products of {first} to {last} that band is empty</source>
        <translation>kanal itu kosong dalam produk {first} sampai {last}</translation>
    </message>
    <message>
        <source>in the order of the raster</source>
        <translation>menurut urutan dalam raster</translation>
    </message>
    <message>
        <source>in this index</source>
        <translation>pada indeks ini</translation>
    </message>
    <message>
        <source>in this index, without any fire</source>
        <translation>pada indeks ini, tanpa kebakaran</translation>
    </message>
    <message>
        <source>index,indices,ndvi,ndbi,ndwi,mndwi,nbr,bsi,savi,evi,ndsi,salinity,vegetation,water</source>
        <translation>indeks,ndvi,ndbi,ndwi,mndwi,nbr,bsi,savi,evi,ndsi,salinitas,vegetasi,air,lahan terbangun,tanah terbuka</translation>
    </message>
    <message>
        <source>inside the area of interest</source>
        <translation>di dalam area kajian</translation>
    </message>
    <message>
        <source>installed</source>
        <translation>terpasang</translation>
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
        <source>it has no names, so give codes</source>
        <translation>legenda tidak memuat nama, jadi berikan kode</translation>
    </message>
    <message>
        <source>it holds no card of Pantau</source>
        <translation>tidak memuat kartu model Pantau</translation>
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
        <source>its trees are too large for the fast walk</source>
        <translation>pohonnya terlalu besar untuk cara cepat</translation>
    </message>
    <message>
        <source>k_sigma: standard deviations</source>
        <translation>k_sigma: jumlah simpangan baku</translation>
    </message>
    <message>
        <source>key {number}</source>
        <translation>tombol {number}</translation>
    </message>
    <message>
        <source>known by name</source>
        <translation>dikenali dari nama</translation>
    </message>
    <message>
        <source>land cover,classification,random forest,confidence,probability,supervised</source>
        <translation>tutupan lahan,penutupan lahan,klasifikasi,klasifikasi terbimbing,random forest,keyakinan,probabilitas</translation>
    </message>
    <message>
        <source>land cover,spatial plan,rtrw,conformity,kesesuaian,accuracy,random forest,chain,workflow,model</source>
        <translation>tutupan lahan,penutupan lahan,rencana tata ruang,rtrw,kesesuaian,akurasi,random forest,rangkaian,alur kerja,model,land cover,workflow</translation>
    </message>
    <message>
        <source>linear</source>
        <translation>linear</translation>
    </message>
    <message>
        <source>linear power</source>
        <translation>daya linear</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>berkurang</translation>
    </message>
    <message>
        <source>mapped</source>
        <translation>menurut peta</translation>
    </message>
    <message>
        <source>maximum</source>
        <translation>maksimum</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>rata-rata</translation>
    </message>
    <message>
        <source>median</source>
        <translation>median</translation>
    </message>
    <message>
        <source>median after</source>
        <translation>median sesudah</translation>
    </message>
    <message>
        <source>median before</source>
        <translation>median sebelum</translation>
    </message>
    <message>
        <source>mine,mining,change,alert,early warning,illegal,permit,IUP,inspection,monitoring</source>
        <translation>tambang,pertambangan,perubahan,peringatan,peringatan dini,ilegal,PETI,izin,IUP,inspeksi,pemantauan</translation>
    </message>
    <message>
        <source>mine,mining,monitoring,alert,early warning,permit,IUP,kecamatan,chain,workflow,model</source>
        <translation>tambang,pertambangan,pemantauan,peringatan,peringatan dini,izin,IUP,PETI,kecamatan,rangkaian,alur kerja,model,workflow</translation>
    </message>
    <message>
        <source>mine,mining,segmentation,onnx,u-net,sentinel-2,deep learning</source>
        <translation>tambang,pertambangan,segmentasi,onnx,u-net,sentinel-2,pembelajaran mendalam,deep learning</translation>
    </message>
    <message>
        <source>mines, patches, accuracy, area and plan</source>
        <translation>tambang, hamparan, akurasi, luas dan rencana</translation>
    </message>
    <message>
        <source>minimum</source>
        <translation>minimum</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>belum ada</translation>
    </message>
    <message>
        <source>moderate</source>
        <translation>sedang</translation>
    </message>
    <message>
        <source>more than one band {bands}</source>
        <translation>memiliki lebih dari satu kanal {bands}</translation>
    </message>
    <message>
        <source>name</source>
        <translation>nama</translation>
    </message>
    <message>
        <source>nearest to the official {official} ha is {model} with {area} ha</source>
        <translation>yang paling dekat dengan angka resmi {official} ha adalah {model} dengan {area} ha</translation>
    </message>
    <message>
        <source>no</source>
        <translation>tidak</translation>
    </message>
    <message>
        <source>no band {bands}</source>
        <translation>tidak memiliki kanal {bands}</translation>
    </message>
    <message>
        <source>no data</source>
        <translation>tanpa data</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>tidak dibatasi</translation>
    </message>
    <message>
        <source>no looks needed</source>
        <translation>tidak memerlukan looks</translation>
    </message>
    <message>
        <source>no patch</source>
        <translation>tidak ada hamparan</translation>
    </message>
    <message>
        <source>no reason given</source>
        <translation>tanpa keterangan sebab</translation>
    </message>
    <message>
        <source>no rule</source>
        <translation>tanpa aturan</translation>
    </message>
    <message>
        <source>no samples</source>
        <translation>tanpa sampel</translation>
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
        <source>none, the whole map</source>
        <translation>tidak ada, seluruh peta</translation>
    </message>
    <message>
        <source>none, the whole plan</source>
        <translation>tidak ada, seluruh rencana</translation>
    </message>
    <message>
        <source>none; {distance} to {permit}</source>
        <translation>tidak ada; {distance} ke {permit}</translation>
    </message>
    <message>
        <source>not defined</source>
        <translation>tidak terdefinisi</translation>
    </message>
    <message>
        <source>not in its legend</source>
        <translation>tidak ada dalam legendanya</translation>
    </message>
    <message>
        <source>not in this plan</source>
        <translation>di luar rencana ini</translation>
    </message>
    <message>
        <source>not installed (optional)</source>
        <translation>tidak terpasang (opsional)</translation>
    </message>
    <message>
        <source>not labelled yet</source>
        <translation>belum diberi label</translation>
    </message>
    <message>
        <source>not realised</source>
        <translation>belum terwujud</translation>
    </message>
    <message>
        <source>nothing burned</source>
        <translation>tidak ada yang terbakar</translation>
    </message>
    <message>
        <source>numba does not work here: {reason}</source>
        <translation>numba tidak berfungsi di sini: {reason}</translation>
    </message>
    <message>
        <source>of all models it has the highest kappa against the points ({kappa}; overall accuracy {overall} %)</source>
        <translation>kappanya terhadap titik tertinggi di antara semua model ({kappa}; akurasi keseluruhan {overall}%)</translation>
    </message>
    <message>
        <source>of all models its area is nearest to the official {official} ha ({difference} ha)</source>
        <translation>luasnya paling dekat dengan angka resmi {official} ha di antara semua model ({difference} ha)</translation>
    </message>
    <message>
        <source>of the whole raster</source>
        <translation>di seluruh raster</translation>
    </message>
    <message>
        <source>of which in zones without a name (ha)</source>
        <translation>di antaranya di zona tanpa nama (ha)</translation>
    </message>
    <message>
        <source>of which zones that overlap, counted once more</source>
        <translation>di antaranya tumpang tindih zona, dihitung sekali lagi</translation>
    </message>
    <message>
        <source>official</source>
        <translation>angka resmi</translation>
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
        <source>or land cover (polygons)</source>
        <translation>atau tutupan lahan (poligon)</translation>
    </message>
    <message>
        <source>or later mines: polygons</source>
        <translation>atau tambang tanggal akhir: poligon</translation>
    </message>
    <message>
        <source>or product folder</source>
        <translation>atau folder produk</translation>
    </message>
    <message>
        <source>or rasters: an image, or band files</source>
        <translation>atau raster: citra, atau berkas kanal</translation>
    </message>
    <message>
        <source>or reference: polygons of the class</source>
        <translation>atau acuan: poligon kelas yang dinilai</translation>
    </message>
    <message>
        <source>other</source>
        <translation>lainnya</translation>
    </message>
    <message>
        <source>overlap</source>
        <translation>tumpang tindih</translation>
    </message>
    <message>
        <source>p, two-sided</source>
        <translation>p, dua sisi</translation>
    </message>
    <message>
        <source>patch,contiguous,connected,polygonize,vectorise,hectares,largest,salt,land cover</source>
        <translation>hamparan,satu hamparan,bersambung,poligonisasi,vektorisasi,hektare,terluas,tambak garam,garam,tutupan lahan,patch</translation>
    </message>
    <message>
        <source>plan,RTRW,RDTR,pola ruang,zoning,revision,from-to,allocation,kecamatan,spatial plan</source>
        <translation>rencana,RTRW,RDTR,pola ruang,zonasi,revisi,peninjauan kembali,dari-ke,peruntukan,kecamatan,rencana tata ruang</translation>
    </message>
    <message>
        <source>planned</source>
        <translation>direncanakan</translation>
    </message>
    <message>
        <source>poor</source>
        <translation>buruk</translation>
    </message>
    <message>
        <source>post - pre, in decibels</source>
        <translation>post - pre, dalam desibel</translation>
    </message>
    <message>
        <source>post - pre, in power</source>
        <translation>post - pre, dalam daya</translation>
    </message>
    <message>
        <source>post / pre, in power</source>
        <translation>post / pre, dalam daya</translation>
    </message>
    <message>
        <source>processing baseline {baseline}</source>
        <translation>baseline pemrosesan {baseline}</translation>
    </message>
    <message>
        <source>radar,sar,sentinel-1,backscatter,sigma0,gamma0,decibel,db,linear,power</source>
        <translation>radar,sar,sentinel-1,hamburan balik,sigma0,gamma0,desibel,db,linear,daya,backscatter,decibel,power</translation>
    </message>
    <message>
        <source>radar,sar,sentinel-1,speckle,filter,lee,refined lee,lee sigma,kuan,gamma map,boxcar,smooth</source>
        <translation>radar,sar,sentinel-1,speckle,derau bercak,filter,lee,refined lee,lee sigma,kuan,gamma map,boxcar,penghalusan,smooth</translation>
    </message>
    <message>
        <source>radar,sar,sentinel-1,speckle,filter,multitemporal,time series,quegan</source>
        <translation>radar,sar,sentinel-1,speckle,derau bercak,filter,multitemporal,multiwaktu,deret waktu,time series,quegan</translation>
    </message>
    <message>
        <source>random forest,training,land cover,supervised,classification,samples,machine learning,accuracy</source>
        <translation>random forest,pelatihan,tutupan lahan,klasifikasi terbimbing,klasifikasi,sampel,data latih,pembelajaran mesin,machine learning,akurasi</translation>
    </message>
    <message>
        <source>random forests as model files</source>
        <translation>random forest sebagai berkas model</translation>
    </message>
    <message>
        <source>refined Lee</source>
        <translation>refined Lee</translation>
    </message>
    <message>
        <source>review</source>
        <translation>perlu kajian</translation>
    </message>
    <message>
        <source>right</source>
        <translation>benar</translation>
    </message>
    <message>
        <source>rows = map class, columns = reference class</source>
        <translation>baris = kelas peta, kolom = kelas acuan</translation>
    </message>
    <message>
        <source>rules</source>
        <translation>aturan</translation>
    </message>
    <message>
        <source>rules.csv</source>
        <translation>rules.csv</translation>
    </message>
    <message>
        <source>salt,salt pond,tambak garam,land cover,potential,contiguous,desa,random forest,chain,workflow,model</source>
        <translation>garam,tambak garam,sentra garam,tutupan lahan,potensi,hamparan,satu hamparan,desa,random forest,rangkaian,alur kerja,model,workflow</translation>
    </message>
    <message>
        <source>sample,random points,validation,reference,stratified,accuracy,sample size,Neyman,ground truth</source>
        <translation>sampel,titik sampel,titik acak,validasi,acuan,berstrata,akurasi,ukuran sampel,Neyman,data lapangan,cek lapangan,ground truth</translation>
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
        <source>sensed {date}</source>
        <translation>direkam {date}</translation>
    </message>
    <message>
        <source>sentinel-2,landsat,SAFE,L2A,reflectance,cloud mask,SCL,QA_PIXEL,QA60,import,analysis ready</source>
        <translation>sentinel-2,landsat,SAFE,L2A,reflektansi,mask awan,awan,bayangan,SCL,QA_PIXEL,QA60,impor,siap analisis</translation>
    </message>
    <message>
        <source>simple random sample</source>
        <translation>sampel acak sederhana</translation>
    </message>
    <message>
        <source>single sample: {strata}</source>
        <translation>hanya satu sampel: {strata}</translation>
    </message>
    <message>
        <source>slight</source>
        <translation>rendah</translation>
    </message>
    <message>
        <source>so few pixels are not worth compiling for</source>
        <translation>piksel terlalu sedikit sehingga kompilasi tidak sepadan</translation>
    </message>
    <message>
        <source>spatial plan,rtrw,rdtr,zoning,conformity,kesesuaian,pola ruang,overlay,availability,ketersediaan,land use</source>
        <translation>rencana tata ruang,rtrw,rdtr,zonasi,kesesuaian,pola ruang,tumpang susun,overlay,ketersediaan lahan,penggunaan lahan,tutupan lahan</translation>
    </message>
    <message>
        <source>stayed</source>
        <translation>tetap</translation>
    </message>
    <message>
        <source>stratified by map class</source>
        <translation>berstrata menurut kelas peta</translation>
    </message>
    <message>
        <source>stratified by {strata}</source>
        <translation>berstrata menurut {strata}</translation>
    </message>
    <message>
        <source>stratum {code}</source>
        <translation>stratum {code}</translation>
    </message>
    <message>
        <source>substantial</source>
        <translation>baik</translation>
    </message>
    <message>
        <source>temporary</source>
        <translation>sementara</translation>
    </message>
    <message>
        <source>the NVIDIA driver finds no GPU</source>
        <translation>driver NVIDIA tidak menemukan GPU</translation>
    </message>
    <message>
        <source>the highest overall accuracy, {overall} %, has {model}</source>
        <translation>akurasi keseluruhan tertinggi, {overall}%, dimiliki {model}</translation>
    </message>
    <message>
        <source>the map extent</source>
        <translation>cakupan peta</translation>
    </message>
    <message>
        <source>the package {package}, which would make it faster, is not installed</source>
        <translation>paket {package}, yang mempercepat proses, belum terpasang</translation>
    </message>
    <message>
        <source>the scenes</source>
        <translation>citra</translation>
    </message>
    <message>
        <source>the whole map</source>
        <translation>seluruh peta</translation>
    </message>
    <message>
        <source>the whole plan</source>
        <translation>seluruh rencana</translation>
    </message>
    <message>
        <source>there is no NVIDIA driver</source>
        <translation>tidak ada driver NVIDIA</translation>
    </message>
    <message>
        <source>they are converted</source>
        <translation>nilai raster dikonversi</translation>
    </message>
    <message>
        <source>they are taken as stored</source>
        <translation>nilai raster dipakai sebagaimana tersimpan</translation>
    </message>
    <message>
        <source>they are taken as stored, as the samples suggest</source>
        <translation>nilai raster dipakai sebagaimana tersimpan, sesuai petunjuk sampel</translation>
    </message>
    <message>
        <source>this CRS</source>
        <translation>sistem koordinat ini</translation>
    </message>
    <message>
        <source>this index (%)</source>
        <translation>indeks ini (%)</translation>
    </message>
    <message>
        <source>this onnxruntime has no {device} support: the package onnxruntime-gpu has</source>
        <translation>onnxruntime ini tidak mendukung {device}: paket onnxruntime-gpu mendukungnya</translation>
    </message>
    <message>
        <source>to</source>
        <translation>sampai</translation>
    </message>
    <message>
        <source>to other zones</source>
        <translation>ke zona lain</translation>
    </message>
    <message>
        <source>training</source>
        <translation>data latih</translation>
    </message>
    <message>
        <source>training of random forests</source>
        <translation>pelatihan random forest</translation>
    </message>
    <message>
        <source>training,patches,tiles,chips,labels,deep learning,dataset,validation,mine</source>
        <translation>pelatihan,data latih,potongan,petak,tile,chip,label,pembelajaran mendalam,deep learning,dataset,validasi,tambang</translation>
    </message>
    <message>
        <source>trustworthy</source>
        <translation>dapat dipercaya</translation>
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
        <source>value</source>
        <translation>nilai</translation>
    </message>
    <message>
        <source>value x {scale:g} + {offset:g}</source>
        <translation>nilai x {scale:g} + {offset:g}</translation>
    </message>
    <message>
        <source>value: the threshold</source>
        <translation>value: nilai ambang</translation>
    </message>
    <message>
        <source>vegetated</source>
        <translation>bervegetasi</translation>
    </message>
    <message>
        <source>wavelength</source>
        <translation>panjang gelombang</translation>
    </message>
    <message>
        <source>with replacement</source>
        <translation>dengan pengembalian</translation>
    </message>
    <message>
        <source>without replacement</source>
        <translation>tanpa pengembalian</translation>
    </message>
    <message>
        <source>wrong</source>
        <translation>salah</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ya</translation>
    </message>
    <message>
        <source>yes, polygons</source>
        <translation>ya, poligon</translation>
    </message>
    <message>
        <source>zone (%)</source>
        <translation>zona (%)</translation>
    </message>
    <message>
        <source>{area} ha burned, {percent} % of the {looked} ha that were looked at, by the best model: {model}.</source>
        <translation>{area} ha terbakar, {percent}% dari {looked} ha yang diperiksa, menurut model terbaik: {model}.</translation>
    </message>
    <message>
        <source>{area} ha count as burned, {percent} % of the {looked} ha that were looked at, by {method} of {title}.</source>
        <translation>{area} ha dinyatakan terbakar, {percent}% dari {looked} ha yang diperiksa, menurut {method} dari {title}.</translation>
    </message>
    <message>
        <source>{area} ha of the change lie in strips narrower than {width} m, as the same boundary drawn twice leaves them.</source>
        <translation>{area} ha dari perubahan terletak pada jalur yang lebih sempit dari {width} m, seperti yang timbul jika garis batas yang sama digambar dua kali.</translation>
    </message>
    <message>
        <source>{area} ha of the map lie in no stratum: nothing is said of them.</source>
        <translation>{area} ha dari peta terletak di luar semua strata: tidak ada yang dinyatakan tentang bagian itu.</translation>
    </message>
    <message>
        <source>{area} ha of zones for building are not mapped ({zones}): what is available is told of the rest.</source>
        <translation>{area} ha zona peruntukan terbangun tidak dipetakan ({zones}): luas yang tersedia hanya untuk selebihnya.</translation>
    </message>
    <message>
        <source>{area} ha of {name}</source>
        <translation>{area} ha {name}</translation>
    </message>
    <message>
        <source>{area} ha of {plan} are in zones without a name, and are listed as {name}.</source>
        <translation>{area} ha dari {plan} terletak di zona tanpa nama, dan dicantumkan sebagai {name}.</translation>
    </message>
    <message>
        <source>{available} ha of {planned} ha are not built on yet ({percent} %).</source>
        <translation>{available} ha dari {planned} ha belum terbangun ({percent}%).</translation>
    </message>
    <message>
        <source>{before} and {after} call no class alike ({classes}), so their codes mean different things: bring both to the same codes first (Reclassify by table).</source>
        <translation>Tidak ada nama kelas yang sama pada {before} dan {after} ({classes}) sehingga arti kodenya berbeda: samakan dahulu kode keduanya (Reclassify by table).</translation>
    </message>
    <message>
        <source>{before} and {after} give some codes different names ({classes}): check that they mean the same.</source>
        <translation>{before} dan {after} memberi nama yang berbeda untuk beberapa kode ({classes}): periksa apakah artinya sama.</translation>
    </message>
    <message>
        <source>{before} and {after} give some codes different names ({classes}): they are compared by code, so check that they mean the same.</source>
        <translation>Sebagian kode bernama berbeda pada {before} dan {after} ({classes}): perbandingan dilakukan menurut kode, jadi pastikan artinya sama.</translation>
    </message>
    <message>
        <source>{before} and {after}: {megapixels} Mpx in {seconds} s ({speed} Mpx/s), {compared} ha compared.</source>
        <translation>{before} dan {after}: {megapixels} Mpx dalam {seconds} detik ({speed} Mpx/detik), {compared} ha dibandingkan.</translation>
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
        <source>{closes}; overlaps of zones {overlap}; gaps between them {gap}.</source>
        <translation>{closes}; tumpang tindih zona {overlap}; celah antarzona {gap}.</translation>
    </message>
    <message>
        <source>{columns} x {rows} px, {bands} bands: {speed} Mpx/s.</source>
        <translation>{columns} x {rows} px, {bands} kanal: {speed} Mpx/detik.</translation>
    </message>
    <message>
        <source>{compared} pixels of {map} compared with {reference} in {seconds} s ({speed} Mpx/s); {ignored} did not count.</source>
        <translation>{compared} piksel {map} dibandingkan dengan {reference} dalam {seconds} detik ({speed} Mpx/detik); {ignored} tidak dihitung.</translation>
    </message>
    <message>
        <source>{confidence} % interval</source>
        <translation>Selang kepercayaan {confidence}%</translation>
    </message>
    <message>
        <source>{count} areas are marked on the map: {area} ha.</source>
        <translation>{count} lokasi ditandai di peta: {area} ha.</translation>
    </message>
    <message>
        <source>{count} dates in {units}, {size} x {size} px: {width} x {height} px each in {seconds} s ({speed} Mpx/s).</source>
        <translation>{count} tanggal dalam {units}, {size} x {size} px: masing-masing {width} x {height} px dalam {seconds} detik ({speed} Mpx/detik).</translation>
    </message>
    <message>
        <source>{count} line(s) of {name} match no class or no zone there is: {lines}.</source>
        <translation>{count} baris dari {name} tidak cocok dengan kelas atau zona mana pun yang ada: {lines}.</translation>
    </message>
    <message>
        <source>{count} more</source>
        <translation>{count} lainnya</translation>
    </message>
    <message>
        <source>{count} more area(s), together {area} ha, are in the layer of alerts.</source>
        <translation>{count} lokasi lain, seluruhnya {area} ha, terdapat dalam layer peringatan.</translation>
    </message>
    <message>
        <source>{count} more lines: all rules are in the spreadsheet.</source>
        <translation>{count} baris lainnya: semua aturan terdapat dalam lembar kerja.</translation>
    </message>
    <message>
        <source>{count} more permits</source>
        <translation>{count} izin lainnya</translation>
    </message>
    <message>
        <source>{count} more rows are in the tables and sheets only; the total holds them.</source>
        <translation>{count} baris lainnya hanya terdapat dalam tabel dan lembar kerja; jumlahnya sudah mencakup semuanya.</translation>
    </message>
    <message>
        <source>{count} more units, with less change, are in the table only.</source>
        <translation>{count} wilayah lainnya, dengan perubahan lebih kecil, hanya terdapat dalam tabel.</translation>
    </message>
    <message>
        <source>{count} more zones are in the tables and sheets only; the total holds them.</source>
        <translation>{count} zona lainnya hanya terdapat dalam tabel dan lembar kerja; jumlahnya sudah mencakup semuanya.</translation>
    </message>
    <message>
        <source>{count} numbers stand for a reflectance above {most}, and are cut off there: check that the raster holds reflectance.</source>
        <translation>{count} nilai menyatakan reflektansi di atas {most}, dan dipotong pada batas itu: pastikan raster memuat reflektansi.</translation>
    </message>
    <message>
        <source>{count} of {all} points of {name} could not be used (outside the raster: {outside}; not looked at or without data: {empty}; without a label: {unlabelled}).</source>
        <translation>{count} dari {all} titik {name} tidak dapat dipakai (di luar raster: {outside}; tidak diperiksa atau tanpa data: {empty}; tanpa label: {unlabelled}).</translation>
    </message>
    <message>
        <source>{count} of {all} rasters lie on another grid and are resampled ({method}).</source>
        <translation>{count} dari {all} raster terletak pada grid lain dan di-resampling ({method}).</translation>
    </message>
    <message>
        <source>{count} of {bands}</source>
        <translation>{count} dari {bands}</translation>
    </message>
    <message>
        <source>{count} others</source>
        <translation>{count} lainnya</translation>
    </message>
    <message>
        <source>{count} pairs of classes occur, more than a raster can tell apart: merge classes first.</source>
        <translation>Terdapat {count} pasangan kelas, lebih banyak dari yang dapat dibedakan dalam satu raster: gabungkan kelas dahulu.</translation>
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
        <source>{count} pixels with data, {where}.</source>
        <translation>{count} piksel yang memuat data, {where}.</translation>
    </message>
    <message>
        <source>{count} pixels, {area} ha, {where}; {empty} ha there have no data on one of the dates. Units: {units}.</source>
        <translation>{count} piksel, {area} ha, {where}; {empty} ha di sana tanpa data pada salah satu tanggal. Satuan: {units}.</translation>
    </message>
    <message>
        <source>{count} points would be needed, and nobody labels more than {most}: give a larger TARGET_SE or a TOTAL.</source>
        <translation>{count} titik diperlukan, padahal lebih dari {most} titik tidak akan diberi label oleh siapa pun: berikan TARGET_SE yang lebih besar atau TOTAL.</translation>
    </message>
    <message>
        <source>{count} polygon(s) of {layer} had an invalid outline, which was repaired.</source>
        <translation>{count} poligon dalam {layer} memiliki garis batas tidak valid, yang sudah diperbaiki.</translation>
    </message>
    <message>
        <source>{count} polygon(s) of {layer} have no class and count as no data.</source>
        <translation>{count} poligon dalam {layer} tidak memiliki kelas dan dianggap tanpa data.</translation>
    </message>
    <message>
        <source>{count} polygon(s) of {plan} have no name ({area} ha), and are listed as {name}.</source>
        <translation>{count} poligon {plan} tidak memiliki nama ({area} ha), dan dicantumkan sebagai {name}.</translation>
    </message>
    <message>
        <source>{count} polygons of change under {least} ha are left out: {area} ha.</source>
        <translation>{count} poligon perubahan di bawah {least} ha tidak disertakan: {area} ha.</translation>
    </message>
    <message>
        <source>{count} rasters do not reach the result and are left out: {names}.</source>
        <translation>{count} raster tidak mencapai wilayah hasil dan tidak disertakan: {names}.</translation>
    </message>
    <message>
        <source>{count} remarks</source>
        <translation>{count} catatan</translation>
    </message>
    <message>
        <source>{count} samples have labels that the map does not know ({labels}) and are left out. If the labels are classes that the map lacks, count the samples as errors: overall accuracy is then {overall} % instead of {now} %.</source>
        <translation>{count} sampel memiliki label yang tidak dikenal peta ({labels}) dan tidak dipakai. Jika label itu adalah kelas yang tidak ada pada peta, hitung sampel itu sebagai kesalahan: akurasi keseluruhan menjadi {overall}%, bukan {now}%.</translation>
    </message>
    <message>
        <source>{count} smaller ones are in the sheets and layers only.</source>
        <translation>{count} yang lebih kecil hanya terdapat dalam lembar kerja dan layer.</translation>
    </message>
    <message>
        <source>{count} unit</source>
        <translation>{count} wilayah</translation>
    </message>
    <message>
        <source>{count} units</source>
        <translation>{count} wilayah</translation>
    </message>
    <message>
        <source>{count} zone</source>
        <translation>{count} zona</translation>
    </message>
    <message>
        <source>{count} zone(s) of {zones} have no pixel to compare: {names}.</source>
        <translation>{count} zona dari {zones} tidak memiliki piksel untuk dibandingkan: {names}.</translation>
    </message>
    <message>
        <source>{count} zones</source>
        <translation>{count} zona</translation>
    </message>
    <message>
        <source>{count} zones with less change are in the table only.</source>
        <translation>{count} zona dengan perubahan lebih kecil hanya terdapat dalam tabel.</translation>
    </message>
    <message>
        <source>{count} zones; {outside} ha that were compared lie in none of them, {overlap} ha are counted in more than one.</source>
        <translation>{count} zona; {outside} ha yang dibandingkan terletak di luar semua zona, {overlap} ha dihitung di lebih dari satu zona.</translation>
    </message>
    <message>
        <source>{dash}: fewer than {least} samples of the class, by the map for user&apos;s accuracy and by the reference for producer&apos;s. Classes with fewer in every zone are left out.</source>
        <translation>{dash}: kurang dari {least} sampel untuk kelas itu, menurut peta untuk akurasi pengguna dan menurut acuan untuk akurasi pembuat. Kelas yang sampelnya kurang di semua zona tidak ditampilkan.</translation>
    </message>
    <message>
        <source>{dash}: not known, or nothing to divide by.</source>
        <translation>{dash}: tidak diketahui, atau pembaginya nol.</translation>
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
        <source>{device}, with {runtime}: {reason}.</source>
        <translation>{device}, dengan {runtime}: {reason}.</translation>
    </message>
    <message>
        <source>{field} is given, and {layer} is empty: give the layer, or leave the field empty.</source>
        <translation>{field} diberikan, sedangkan {layer} kosong: berikan layernya, atau kosongkan field itu.</translation>
    </message>
    <message>
        <source>{field} of {layer} holds more than {most} different values, too many for rules: choose the field of zones or classes.</source>
        <translation>{field} pada {layer} memuat lebih dari {most} nilai yang berbeda, terlalu banyak untuk aturan: pilih field zona atau kelas.</translation>
    </message>
    <message>
        <source>{first} and {name} give some codes different names ({classes}): the mosaic keeps one name for each code, so check that they mean the same.</source>
        <translation>Sebagian kode bernama berbeda pada {first} dan {name} ({classes}): mosaik menyimpan satu nama untuk setiap kode, jadi pastikan artinya sama.</translation>
    </message>
    <message>
        <source>{folder} is a file: choose a folder.</source>
        <translation>{folder} adalah berkas: pilih sebuah folder.</translation>
    </message>
    <message>
        <source>{folder} is not empty: choose or make an empty folder, so that nothing of yours is mixed with the sample.</source>
        <translation>{folder} tidak kosong: pilih atau buat folder kosong, agar berkas Anda tidak tercampur dengan contoh.</translation>
    </message>
    <message>
        <source>{folds} folds instead of {wanted}, since no class has samples of more groups.</source>
        <translation>{folds} lipatan (fold), bukan {wanted}, karena tidak ada kelas yang sampelnya berasal dari lebih banyak kelompok.</translation>
    </message>
    <message>
        <source>{folds} folds. Each sample is judged by a forest that has seen no sample of its group. Fold by fold the overall accuracy is {low} to {high} %.</source>
        <translation>{folds} lipatan (fold). Setiap sampel dinilai oleh random forest yang belum pernah melihat sampel dari kelompoknya. Akurasi keseluruhan setiap lipatan berkisar dari {low} sampai {high}%.</translation>
    </message>
    <message>
        <source>{index}: mean {mean}, standard deviation {std}</source>
        <translation>{index}: rata-rata {mean}, simpangan baku {std}</translation>
    </message>
    <message>
        <source>{index}: mean {mean}, standard deviation {std}, {count} pixels, {area} ha.</source>
        <translation>{index}: rata-rata {mean}, simpangan baku {std}, {count} piksel, {area} ha.</translation>
    </message>
    <message>
        <source>{kappa} lies within the interval of kappa, so other samples might have decided otherwise.</source>
        <translation>{kappa} terletak di dalam selang kappa, jadi sampel lain mungkin memberikan putusan yang berbeda.</translation>
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
        <source>{land} in {zone}: {state}</source>
        <translation>{land} di {zone}: {state}</translation>
    </message>
    <message>
        <source>{layer} has no CRS, so it cannot be measured: assign one.</source>
        <translation>{layer} tidak memiliki sistem koordinat sehingga tidak dapat diukur: tetapkan sistem koordinatnya.</translation>
    </message>
    <message>
        <source>{layer} has no CRS: that of the class raster is taken.</source>
        <translation>{layer} tidak memiliki sistem koordinat: yang dipakai adalah sistem koordinat raster kelas.</translation>
    </message>
    <message>
        <source>{layer} has no coordinate system: that of the image is taken.</source>
        <translation>{layer} tidak memiliki sistem koordinat: sistem koordinat citra yang dipakai.</translation>
    </message>
    <message>
        <source>{layer} has no coordinate system: that of the map is taken.</source>
        <translation>{layer} tidak memiliki sistem koordinat: sistem koordinat peta yang dipakai.</translation>
    </message>
    <message>
        <source>{layer} has no features: choose another layer.</source>
        <translation>{layer} tidak memiliki fitur: pilih layer lain.</translation>
    </message>
    <message>
        <source>{layer} has no field {field}: choose one of {fields} as {name}.</source>
        <translation>{layer} tidak memiliki field {field}: pilih salah satu dari {fields} untuk {name}.</translation>
    </message>
    <message>
        <source>{layer} has no polygon with a class in {field}: choose another field.</source>
        <translation>{layer} tidak memiliki poligon berkelas dalam {field}: pilih field lain.</translation>
    </message>
    <message>
        <source>{layer} has no polygon with an area: choose a layer with at least one.</source>
        <translation>{layer} tidak memiliki poligon yang ada luasnya: pilih layer dengan sekurang-kurangnya satu poligon seperti itu.</translation>
    </message>
    <message>
        <source>{layer} holds neither points nor polygons: choose another layer as {name}.</source>
        <translation>{layer} tidak berisi titik ataupun poligon: pilih layer lain untuk {name}.</translation>
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
        <source>{layer}, given as {name}, holds no points: choose a point layer.</source>
        <translation>{layer}, yang diberikan sebagai {name}, tidak memuat titik: pilih layer titik.</translation>
    </message>
    <message>
        <source>{layer}, given as {name}, holds no polygons: choose a polygon layer.</source>
        <translation>{layer}, yang diberikan sebagai {name}, tidak berisi poligon: pilih layer poligon.</translation>
    </message>
    <message>
        <source>{looked} ha were looked at, {where}; {empty} ha there have no data on one side.</source>
        <translation>{looked} ha diperiksa, {where}; {empty} ha di sana tanpa data pada salah satu sisi (sebelum atau sesudah).</translation>
    </message>
    <message>
        <source>{looks} looks</source>
        <translation>{looks} looks</translation>
    </message>
    <message>
        <source>{looks} looks of each date; {after} are to be expected where the ground is alike and did not change.</source>
        <translation>{looks} looks pada setiap tanggal; {after} dapat diharapkan di tempat yang lahannya seragam dan tidak berubah.</translation>
    </message>
    <message>
        <source>{lost} ha are mined no longer.</source>
        <translation>{lost} ha tidak lagi ditambang.</translation>
    </message>
    <message>
        <source>{mapped} ha of {total} ha are mapped ({percent} %), in {count} classes.</source>
        <translation>{mapped} ha dari {total} ha dipetakan ({percent}%), dalam {count} kelas.</translation>
    </message>
    <message>
        <source>{map} and the field {field} hold {count} different classes, more than {most}: choose the field of classes, and a class map.</source>
        <translation>{map} dan field {field} memuat {count} kelas yang berbeda, lebih dari {most}: pilih field kelas, dan peta kelas.</translation>
    </message>
    <message>
        <source>{map} and {second} number the same classes differently, so classes are matched by name.</source>
        <translation>Kelas yang sama bernomor berbeda pada {map} dan {second} sehingga kelas dicocokkan menurut nama.</translation>
    </message>
    <message>
        <source>{map} has no class anywhere in the area to assess: choose a map with data, and check the area of interest.</source>
        <translation>{map} tidak memiliki kelas di mana pun dalam area yang dinilai: pilih peta yang memuat data, dan periksa area kajian.</translation>
    </message>
    <message>
        <source>{map} has no data where it was to be measured: choose another raster, or zones that lie on its data.</source>
        <translation>{map} tidak memuat data di bagian yang hendak diukur: pilih raster lain, atau zona yang terletak di atas datanya.</translation>
    </message>
    <message>
        <source>{map} holds {code} on {area} ha, a code without a name: if it means no data, declare it as no data.</source>
        <translation>{map} memuat {code} pada {area} ha, kode tanpa nama: jika artinya tanpa data, tetapkan sebagai tanpa data.</translation>
    </message>
    <message>
        <source>{map} in {count} zones of {plan}, in {seconds} s: {total} ha.</source>
        <translation>{map} dalam {count} zona {plan}, dalam {seconds} detik: {total} ha.</translation>
    </message>
    <message>
        <source>{map} knows none of the labels in the field {field} of {points}, such as {label}: use its class codes or names, or give the map a legend.</source>
        <translation>{map} tidak mengenal satu pun label dalam field {field} pada {points}, misalnya {label}: pakai kode atau nama kelasnya, atau beri peta itu legenda.</translation>
    </message>
    <message>
        <source>{map} shows no {name} where it is compared: check CLASS ({code}).</source>
        <translation>{map} tidak menunjukkan {name} di bagian yang dibandingkan: periksa CLASS ({code}).</translation>
    </message>
    <message>
        <source>{map}: {megapixels} Mpx in {seconds} s ({speed} Mpx/s), on the CPU; zones: {zones}.</source>
        <translation>{map}: {megapixels} Mpx dalam {seconds} detik ({speed} Mpx/detik), dengan CPU; zona: {zones}.</translation>
    </message>
    <message>
        <source>{map}: {n} samples of {features} features in {seconds} s, {megapixels} Mpx ({speed} Mpx/s). Error matrix: {orientation}.</source>
        <translation>{map}: {n} sampel dari {features} fitur dalam {seconds} detik, {megapixels} Mpx ({speed} Mpx/detik). Matriks kesalahan: {orientation}.</translation>
    </message>
    <message>
        <source>{megapixels} Mpx in {seconds} s ({speed} Mpx/s) on {device} ({reason}) with {runtime}: {tiles} tile(s) of {width} x {height} px, {share} times the scene&apos;s pixels computed; model {model}, SHA-256 {sha256}.</source>
        <translation>{megapixels} Mpx dalam {seconds} detik ({speed} Mpx/detik) pada {device} ({reason}) dengan {runtime}: {tiles} petak berukuran {width} x {height} px, dihitung {share} kali jumlah piksel citra; model {model}, SHA-256 {sha256}.</translation>
    </message>
    <message>
        <source>{megapixels} Mpx in {seconds} s ({speed} Mpx/s) with {engine}{reason}; model {model}, SHA-256 {sha256}.</source>
        <translation>{megapixels} Mpx dalam {seconds} detik ({speed} Mpx/detik) dengan {engine}{reason}; model {model}, SHA-256 {sha256}.</translation>
    </message>
    <message>
        <source>{megapixels} Mpx in {seconds} s ({speed} Mpx/s).</source>
        <translation>{megapixels} Mpx dalam {seconds} detik ({speed} Mpx/detik).</translation>
    </message>
    <message>
        <source>{method} of {count} rasters, {width} x {height} px, {bands} bands, in {seconds} s ({speed} Mpx/s).</source>
        <translation>{method} dari {count} raster, {width} x {height} px, {bands} kanal, dalam {seconds} detik ({speed} Mpx/detik).</translation>
    </message>
    <message>
        <source>{missing} point(s) found no place {distance} m from all others ({strata}): draw fewer points, or give a smaller MIN_DISTANCE.</source>
        <translation>{missing} titik tidak mendapat tempat yang berjarak {distance} m dari semua titik lain ({strata}): ambil lebih sedikit titik, atau berikan MIN_DISTANCE yang lebih kecil.</translation>
    </message>
    <message>
        <source>{model} ({threshold}): {area} ha, {percent} %; below the threshold {flagged} %, without any fire {none} %.</source>
        <translation>{model} ({threshold}): {area} ha, {percent}%; di bawah ambang {flagged}%, tanpa kebakaran {none}%.</translation>
    </message>
    <message>
        <source>{model} flags {percent} %, and by the spread of its index {none} % would lie there without any fire: the threshold alone does not show that anything burned.</source>
        <translation>{model} menandai {percent}%, sedangkan menurut sebaran indeksnya {none}% akan terletak di sana tanpa kebakaran: ambang saja tidak menunjukkan bahwa ada yang terbakar.</translation>
    </message>
    <message>
        <source>{model} is a network, which gives a probability for each class: ask for PROBABILITIES instead of CONFIDENCE.</source>
        <translation>{model} adalah jaringan saraf, yang memberikan probabilitas untuk setiap kelas: minta PROBABILITIES, bukan CONFIDENCE.</translation>
    </message>
    <message>
        <source>{model}: {zones} ha in the zones + {outside} ha in none of them - {overlap} ha counted in more than one = {total} ha.</source>
        <translation>{model}: {zones} ha di dalam zona + {outside} ha di luar semua zona - {overlap} ha yang dihitung di lebih dari satu zona = {total} ha.</translation>
    </message>
    <message>
        <source>{names}: given before and after, so they show no change: leave them out of one list.</source>
        <translation>{names}: diberikan sebagai citra sebelum dan sesudah sehingga tidak menunjukkan perubahan: hapus dari salah satu daftar.</translation>
    </message>
    <message>
        <source>{names}: {width} x {height} px in {seconds} s ({speed} Mpx/s).</source>
        <translation>{names}: {width} x {height} px dalam {seconds} detik ({speed} Mpx/detik).</translation>
    </message>
    <message>
        <source>{name} ({code}): samples: {samples}, groups: {groups}.</source>
        <translation>{name} ({code}): sampel: {samples}, kelompok: {groups}.</translation>
    </message>
    <message>
        <source>{name} and {count} more</source>
        <translation>{name} dan {count} lainnya</translation>
    </message>
    <message>
        <source>{name} cannot be brought to the coordinate system of the composite: check the coordinate system of its layer.</source>
        <translation>{name} tidak dapat diubah ke sistem koordinat komposit: periksa sistem koordinat layernya.</translation>
    </message>
    <message>
        <source>{name} cannot be brought to the grid of the reference raster ({reason}): check its CRS.</source>
        <translation>{name} tidak dapat disesuaikan dengan grid raster acuan ({reason}): periksa sistem koordinatnya.</translation>
    </message>
    <message>
        <source>{name} cannot be decibels: it holds {value}. Set UNITS to linear.</source>
        <translation>{name} tidak mungkin dalam desibel: memuat nilai {value}. Atur UNITS menjadi linear.</translation>
    </message>
    <message>
        <source>{name} cannot be linear power: half of its values are below {middle}. Set UNITS to db.</source>
        <translation>{name} tidak mungkin berupa daya linear: setengah nilainya di bawah {middle}. Atur UNITS menjadi db.</translation>
    </message>
    <message>
        <source>{name} cannot be read at row {row}, column {column} ({reason}): the file is damaged, copy it again.</source>
        <translation>{name} tidak dapat dibaca pada baris {row}, kolom {column} ({reason}): berkas rusak, salin ulang berkasnya.</translation>
    </message>
    <message>
        <source>{name} cannot be written ({reason}): free space on the disk.</source>
        <translation>{name} tidak dapat ditulis ({reason}): kosongkan sebagian ruang pada disk.</translation>
    </message>
    <message>
        <source>{name} cannot be written to {target}: choose another file.</source>
        <translation>{name} tidak dapat ditulis ke {target}: pilih berkas lain.</translation>
    </message>
    <message>
        <source>{name} declares 0 as no data, and all its other codes are mines: 0 is taken as not mine.</source>
        <translation>{name} menyatakan 0 sebagai tanpa data, sedangkan semua kode lainnya adalah tambang: 0 dianggap bukan tambang.</translation>
    </message>
    <message>
        <source>{name} does not have each band of {first} once ({bands}): leave it out, or give rasters with the same bands.</source>
        <translation>{name} tidak memuat setiap kanal {first} tepat satu kali ({bands}): jangan sertakan, atau berikan raster dengan kanal yang sama.</translation>
    </message>
    <message>
        <source>{name} fails on a trial tile of {bands} bands ({reason}): check that it takes images.</source>
        <translation>{name} gagal pada petak uji dengan {bands} kanal ({reason}): pastikan model itu menerima citra.</translation>
    </message>
    <message>
        <source>{name} has more than one class called {word} (codes {codes}): give the code.</source>
        <translation>{name} memiliki lebih dari satu kelas bernama {word} (kode {codes}): berikan kodenya.</translation>
    </message>
    <message>
        <source>{name} has more than {most} different statuses: check that the column status holds them.</source>
        <translation>{name} memuat lebih dari {most} status yang berbeda: pastikan kolom status memang berisi status.</translation>
    </message>
    <message>
        <source>{name} has no band {band}: it has {bands}.</source>
        <translation>{name} tidak memiliki kanal {band}: kanalnya {bands}.</translation>
    </message>
    <message>
        <source>{name} has no class called {word}: give codes or names from its legend ({known}).</source>
        <translation>{name} tidak memiliki kelas bernama {word}: berikan kode atau nama dari legendanya ({known}).</translation>
    </message>
    <message>
        <source>{name} has no column {missing} (line {line} reads: {header}): give a table with the columns class, zone and status.</source>
        <translation>{name} tidak memiliki kolom {missing} (baris {line} berbunyi: {header}): berikan tabel dengan kolom class, zone, dan status.</translation>
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
        <source>{name} has no mask of clouds: nothing is masked.</source>
        <translation>{name} tidak memiliki mask awan: tidak ada yang dihapus.</translation>
    </message>
    <message>
        <source>{name} has no pixel of anything but mines, so next to nothing can be compared: its background is probably marked as no data; give it a value of its own, such as 0.</source>
        <translation>{name} tidak memuat piksel selain tambang sehingga hampir tidak ada yang dapat dibandingkan: latar belakangnya mungkin ditandai sebagai tanpa data; berikan nilai tersendiri untuk latar belakang, misalnya 0.</translation>
    </message>
    <message>
        <source>{name} has no pixel with a class here: check it and the area of interest.</source>
        <translation>{name} tidak memiliki piksel berkelas di sini: periksa raster itu dan area kajian.</translation>
    </message>
    <message>
        <source>{name} has no rule below its header: add lines of class, zone and status.</source>
        <translation>{name} tidak memuat aturan di bawah baris judulnya: tambahkan baris berisi class, zone, dan status.</translation>
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
        <source>{name} has {count} bands: the first is taken.</source>
        <translation>{name} memiliki {count} kanal: kanal pertama yang dipakai.</translation>
    </message>
    <message>
        <source>{name} has {count} rows, more than the {most} of a sheet: write CSV or a layer instead.</source>
        <translation>{name} memiliki {count} baris, melebihi batas {most} baris dalam satu lembar kerja: tulis CSV atau layer sebagai gantinya.</translation>
    </message>
    <message>
        <source>{name} has {faults}; it has {bands}: give a raster with {wanted}, which the model takes.</source>
        <translation>{name} {faults}; kanalnya {bands}: berikan raster dengan {wanted}, yang diperlukan model.</translation>
    </message>
    <message>
        <source>{name} has {found} bands ({bands}) and the model {model} takes {expected}{which}: say which in BANDS, in the model&apos;s order.</source>
        <translation>{name} memiliki {found} kanal ({bands}), sedangkan model {model} memerlukan {expected}{which}: sebutkan kanalnya di BANDS, menurut urutan model.</translation>
    </message>
    <message>
        <source>{name} has {found} bands and {first} has {count}: give rasters with the same bands, or name their bands.</source>
        <translation>{name} memiliki {found} kanal, sedangkan {first} memiliki {count}: berikan raster dengan kanal yang sama, atau beri nama kanalnya.</translation>
    </message>
    <message>
        <source>{name} has {found} bands without names, and the model takes {expected} ({bands}): name the raster&apos;s bands, or give one with as many.</source>
        <translation>{name} memiliki {found} kanal tanpa nama, sedangkan model memerlukan {expected} ({bands}): beri nama kanal raster itu, atau berikan raster dengan jumlah kanal yang sama.</translation>
    </message>
    <message>
        <source>{name} has {width} x {height} pixels, too few for a patch of {tile} x {tile}: give a smaller TILE.</source>
        <translation>{name} berukuran {width} x {height} piksel, terlalu kecil untuk potongan {tile} x {tile}: berikan TILE yang lebih kecil.</translation>
    </message>
    <message>
        <source>{name} holds classes, which have no {method}: choose first, min, max or count.</source>
        <translation>{name} memuat kelas, yang tidak memiliki {method}: pilih first, min, max, atau count.</translation>
    </message>
    <message>
        <source>{name} holds masks only, no image: choose another raster.</source>
        <translation>{name} hanya memuat mask, bukan citra: pilih raster lain.</translation>
    </message>
    <message>
        <source>{name} holds measured values, such as probabilities, and no class codes: give a raster of whole numbers, such as a classified map or a mask, as {parameter}.</source>
        <translation>{name} memuat nilai hasil ukur, misalnya probabilitas, dan bukan kode kelas: berikan raster bilangan bulat, misalnya peta terklasifikasi atau mask, sebagai {parameter}.</translation>
    </message>
    <message>
        <source>{name} holds more than {most} different values, so it is no class raster: choose another.</source>
        <translation>{name} memuat lebih dari {most} nilai yang berbeda sehingga bukan raster kelas: pilih raster lain.</translation>
    </message>
    <message>
        <source>{name} holds no data at all.</source>
        <translation>{name} sama sekali tidak memuat data.</translation>
    </message>
    <message>
        <source>{name} holds no data where it is looked at: check the area of interest and the fuel mask.</source>
        <translation>{name} tidak memuat data di bagian yang diperiksa: periksa area kajian dan mask bahan bakar.</translation>
    </message>
    <message>
        <source>{name} holds no data{where}: choose another product or area.</source>
        <translation>{name} tidak memuat data{where}: pilih produk atau area lain.</translation>
    </message>
    <message>
        <source>{name} holds no value in its bands, so its unit makes no difference.</source>
        <translation>{name} tidak memuat nilai pada kanalnya sehingga satuannya tidak berpengaruh.</translation>
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
        <source>{name} holds values of about {middle} (90 % from {low} to {high}), as amplitudes and digital numbers have: calibrate it to sigma0 or gamma0 first, or say by UNITS what they are.</source>
        <translation>{name} memuat nilai sekitar {middle} (90% dari {low} sampai {high}), seperti amplitudo dan nilai digital: kalibrasikan dahulu ke sigma0 atau gamma0, atau nyatakan satuannya melalui UNITS.</translation>
    </message>
    <message>
        <source>{name} holds values of about {middle} (90 % from {low} to {high}), which may be neither decibels nor linear power: declare what is no data, or say by UNITS what they are.</source>
        <translation>{name} memuat nilai sekitar {middle} (90% dari {low} sampai {high}), yang mungkin bukan desibel ataupun daya linear: nyatakan nilai tanpa data, atau nyatakan satuannya melalui UNITS.</translation>
    </message>
    <message>
        <source>{name} holds whole numbers ({type}), as uncalibrated amplitudes and pictures do: calibrate it to sigma0 or gamma0 first, or say by UNITS what they are.</source>
        <translation>{name} memuat bilangan bulat ({type}), seperti amplitudo yang belum dikalibrasi dan gambar biasa: kalibrasikan dahulu ke sigma0 atau gamma0, atau nyatakan satuannya melalui UNITS.</translation>
    </message>
    <message>
        <source>{name} holds {count} products ({products}): give one of them.</source>
        <translation>{name} memuat {count} produk ({products}): berikan salah satunya.</translation>
    </message>
    <message>
        <source>{name} holds {count} tiles ({tiles}): split it, or prepare the tiles as rasters.</source>
        <translation>{name} memuat {count} tile ({tiles}): pisahkan, atau siapkan setiap tile sebagai raster.</translation>
    </message>
    <message>
        <source>{name} holds {type} values, which are not pixel values of an image: convert it first.</source>
        <translation>{name} memuat nilai {type}, yang bukan nilai piksel citra: konversikan dahulu.</translation>
    </message>
    <message>
        <source>{name} holds {units} already: it is written as it is, with 32 bits.</source>
        <translation>{name} sudah dalam {units}: ditulis apa adanya, dengan 32 bit.</translation>
    </message>
    <message>
        <source>{name} holds {value}, which is no class code: give a raster of whole numbers, such as a classified map or a mask, or declare that value as no data.</source>
        <translation>{name} memuat {value}, yang bukan kode kelas: berikan raster bilangan bulat, misalnya peta terklasifikasi atau mask, atau tetapkan nilai itu sebagai tanpa data.</translation>
    </message>
    <message>
        <source>{name} is a Landsat product of level {level}, no surface reflectance: download level 2 of Collection 2 (L2SP).</source>
        <translation>{name} adalah produk Landsat level {level}, bukan reflektansi permukaan: unduh level 2 dari Collection 2 (L2SP).</translation>
    </message>
    <message>
        <source>{name} is a map of classes, and a forest learns from an image: give the image as INPUT.</source>
        <translation>{name} adalah peta kelas, sedangkan random forest belajar dari citra: berikan citranya sebagai INPUT.</translation>
    </message>
    <message>
        <source>{name} is a part of the product {folder}, whose metadata say what its numbers mean: give that as FOLDER, and choose BANDS.</source>
        <translation>{name} adalah bagian dari produk {folder}, yang metadatanya menjelaskan arti nilainya: berikan folder itu sebagai FOLDER, dan pilih BANDS.</translation>
    </message>
    <message>
        <source>{name} is an L1C product: its reflectance is that at the top of the atmosphere, and it marks no shadows. For land cover, and to compare dates, take the L2A product.</source>
        <translation>{name} adalah produk L1C: reflektansinya adalah reflektansi di puncak atmosfer (TOA), dan bayangan tidak ditandai. Untuk tutupan lahan, dan untuk membandingkan tanggal, gunakan produk L2A.</translation>
    </message>
    <message>
        <source>{name} is asked for, and there are no zones: give ZONES, or leave it empty.</source>
        <translation>{name} diminta, sedangkan zona tidak diberikan: berikan ZONES, atau kosongkan parameter itu.</translation>
    </message>
    <message>
        <source>{name} is empty: choose a polygon layer.</source>
        <translation>{name} kosong: pilih layer poligon.</translation>
    </message>
    <message>
        <source>{name} is empty: give a table with the columns class, zone and status.</source>
        <translation>{name} kosong: berikan tabel dengan kolom class, zone, dan status.</translation>
    </message>
    <message>
        <source>{name} is empty: {field} was taken.</source>
        <translation>{name} kosong: {field} yang dipakai.</translation>
    </message>
    <message>
        <source>{name} is given without {layer}: give both, or leave it empty.</source>
        <translation>{name} diberikan tanpa {layer}: berikan keduanya, atau kosongkan parameter itu.</translation>
    </message>
    <message>
        <source>{name} is no product that Pantau knows: give a Sentinel-2 SAFE (zip, folder or MTD_MSIL2A.xml), a Landsat Collection 2 level 2 product (tar, folder or *_MTL.txt), or rasters.</source>
        <translation>{name} bukan produk yang dikenal Pantau: berikan SAFE Sentinel-2 (zip, folder, atau MTD_MSIL2A.xml), produk Landsat Collection 2 level 2 (tar, folder, atau *_MTL.txt), atau raster.</translation>
    </message>
    <message>
        <source>{name} is no random forest of Pantau ({what}): choose a model that trainforest has written.</source>
        <translation>{name} bukan random forest Pantau ({what}): pilih model yang ditulis oleh trainforest.</translation>
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
        <source>{name} is not written in UTF-8: save it as &apos;CSV UTF-8&apos; in the spreadsheet program.</source>
        <translation>{name} tidak ditulis dalam UTF-8: simpan sebagai &apos;CSV UTF-8&apos; dengan program lembar kerja.</translation>
    </message>
    <message>
        <source>{name} is taken as decibels, as UNITS says, though its values look like linear power.</source>
        <translation>{name} dianggap desibel sesuai UNITS, meskipun nilainya tampak seperti daya linear.</translation>
    </message>
    <message>
        <source>{name} is there already. Replace it?</source>
        <translation>{name} sudah ada. Ganti?</translation>
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
        <source>{name} is {value}: choose one of {known}.</source>
        <translation>{name} bernilai {value}: pilih salah satu dari {known}.</translation>
    </message>
    <message>
        <source>{name} is {value}: give a number from 0 to 1, such as 0.7 for 70 %.</source>
        <translation>{name} bernilai {value}: berikan angka dari 0 sampai 1, misalnya 0.7 untuk 70%.</translation>
    </message>
    <message>
        <source>{name} is {value}: give a number from {low} to {high}.</source>
        <translation>{name} bernilai {value}: berikan angka dari {low} sampai {high}.</translation>
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
        <source>{name} lies on another grid: each pixel of {before} takes the nearest pixel of it.</source>
        <translation>{name} terletak pada grid lain: setiap piksel {before} mengambil piksel terdekatnya.</translation>
    </message>
    <message>
        <source>{name} lies on another grid: its values are interpolated (bilinear) at the pixels of {pre}.</source>
        <translation>{name} terletak pada grid lain: nilainya diinterpolasi (bilinear) pada piksel {pre}.</translation>
    </message>
    <message>
        <source>{name} names codes of a label raster, and polygons have none: leave it empty.</source>
        <translation>{name} menyebut kode raster label, sedangkan poligon tidak memiliki kode: kosongkan parameter itu.</translation>
    </message>
    <message>
        <source>{name} names no raster: give at least one.</source>
        <translation>{name} tidak menyebut raster: berikan sedikitnya satu.</translation>
    </message>
    <message>
        <source>{name} shows no mine where it is compared: check CLASS ({code}).</source>
        <translation>{name} tidak menunjukkan tambang di bagian yang dibandingkan: periksa CLASS ({code}).</translation>
    </message>
    <message>
        <source>{name} shows no pixel of class {code} ({label}) here: check CLASSES and the area of interest.</source>
        <translation>{name} tidak menunjukkan piksel kelas {code} ({label}) di sini: periksa CLASSES dan area kajian.</translation>
    </message>
    <message>
        <source>{name} uses every value of its type, so none is left for no data: save it with a larger type, such as Int16.</source>
        <translation>{name} memakai semua nilai dari tipe datanya sehingga tidak ada yang tersisa untuk tanpa data: simpan dengan tipe yang lebih besar, misalnya Int16.</translation>
    </message>
    <message>
        <source>{name} was prepared by Pantau already: its numbers are not scaled again.</source>
        <translation>{name} sudah disiapkan oleh Pantau: nilainya tidak diskalakan lagi.</translation>
    </message>
    <message>
        <source>{name} was {earlier} and is {asked}</source>
        <translation>{name} dahulu {earlier} dan kini {asked}</translation>
    </message>
    <message>
        <source>{name}, edited in QGIS</source>
        <translation>{name}, disunting di QGIS</translation>
    </message>
    <message>
        <source>{name}: TP {tp}, FP {fp}, FN {fn}, TN {tn}; accuracy {accuracy}, IoU {iou}, precision {precision}, recall {recall}, F1 {f1}; map {predicted} ha, reference {actual} ha.</source>
        <translation>{name}: TP {tp}, FP {fp}, FN {fn}, TN {tn}; akurasi {accuracy}, IoU {iou}, presisi {precision}, recall (kelengkapan) {recall}, F1 {f1}; peta {predicted} ha, acuan {actual} ha.</translation>
    </message>
    <message>
        <source>{name}: mean {mean}, standard deviation {std}, of {count} pixels ({area} ha).</source>
        <translation>{name}: rata-rata {mean}, simpangan baku {std}, dari {count} piksel ({area} ha).</translation>
    </message>
    <message>
        <source>{name}: taken as decibels, since most values are negative (median {middle}, 90 % from {low} to {high}).</source>
        <translation>{name}: dianggap desibel, karena sebagian besar nilainya negatif (median {middle}, 90% dari {low} sampai {high}).</translation>
    </message>
    <message>
        <source>{name}: taken as linear power, since the values are positive and small (median {middle}, 90 % from {low} to {high}).</source>
        <translation>{name}: dianggap daya linear, karena nilainya positif dan kecil (median {middle}, 90% dari {low} sampai {high}).</translation>
    </message>
    <message>
        <source>{name}: {area} ha</source>
        <translation>{name}: {area} ha</translation>
    </message>
    <message>
        <source>{name}: {before} to {after}, {width} x {height} px in {seconds} s ({speed} Mpx/s).</source>
        <translation>{name}: {before} menjadi {after}, {width} x {height} px dalam {seconds} detik ({speed} Mpx/detik).</translation>
    </message>
    <message>
        <source>{name}: {count} values are no power above 0, as beyond the coast or the swath, and count as no data.</source>
        <translation>{name}: {count} nilai bukan daya di atas 0, seperti di luar garis pantai atau sapuan citra, dan dianggap tanpa data.</translation>
    </message>
    <message>
        <source>{name}: {filter}, {size} x {size} px, {looks}, {units}: {width} x {height} px in {seconds} s ({speed} Mpx/s).</source>
        <translation>{name}: {filter}, {size} x {size} px, {looks}, {units}: {width} x {height} px dalam {seconds} detik ({speed} Mpx/detik).</translation>
    </message>
    <message>
        <source>{name}: {looks} equivalent looks, estimated from {count} windows of {side} x {side} px.</source>
        <translation>{name}: {looks} looks ekuivalen, diduga dari {count} jendela berukuran {side} x {side} px.</translation>
    </message>
    <message>
        <source>{name}: {megapixels} Mpx cleaned in {seconds} s ({speed} Mpx/s); {changed} ha of {mapped} ha ({percent} %) changed class.</source>
        <translation>{name}: {megapixels} Mpx dibersihkan dalam {seconds} detik ({speed} Mpx/detik); {changed} ha dari {mapped} ha ({percent}%) berubah kelas.</translation>
    </message>
    <message>
        <source>{name}: {megapixels} Mpx in {seconds} s ({speed} Mpx/s); {count} patches, together {total} ha; the largest: {largest}.</source>
        <translation>{name}: {megapixels} Mpx dalam {seconds} detik ({speed} Mpx/detik); {count} hamparan, seluruhnya {total} ha; yang terluas: {largest}.</translation>
    </message>
    <message>
        <source>{name}: {megapixels} Mpx in {seconds} s ({speed} Mpx/s); {count} points.</source>
        <translation>{name}: {megapixels} Mpx dalam {seconds} detik ({speed} Mpx/detik); {count} titik.</translation>
    </message>
    <message>
        <source>{name}: {percent} conform</source>
        <translation>{name}: {percent} sesuai</translation>
    </message>
    <message>
        <source>{nodata} ha of the plan have no data, {outside} ha lie beyond the map.</source>
        <translation>Dari rencana, {nodata} ha tanpa data dan {outside} ha terletak di luar peta.</translation>
    </message>
    <message>
        <source>{old} and {new} give all {total} ha that both cover the same zones.</source>
        <translation>Di seluruh {total} ha yang tercakup dalam keduanya, zona {old} dan {new} sama.</translation>
    </message>
    <message>
        <source>{old} and {new} have no zone name in common ({before}; {after}), so all ground would change: choose fields of the same kind of name as OLD_FIELD and NEW_FIELD.</source>
        <translation>{old} dan {new} tidak memiliki nama zona yang sama ({before}; {after}) sehingga semua lahan akan berubah: pilih field dengan jenis nama yang sama sebagai OLD_FIELD dan NEW_FIELD.</translation>
    </message>
    <message>
        <source>{old} and {new} share no ground: choose two plans of the same land, and check their CRSs.</source>
        <translation>Tidak ada lahan yang tercakup dalam {old} dan {new} sekaligus: pilih dua rencana untuk wilayah yang sama, dan periksa sistem koordinatnya.</translation>
    </message>
    <message>
        <source>{old} and {new}: {compared} ha are in both plans, {changed} ha of them changed zone ({percent} %). {seconds} s.</source>
        <translation>{old} dan {new}: {compared} ha tercakup dalam kedua rencana, {changed} ha di antaranya berubah zona ({percent}%). {seconds} detik.</translation>
    </message>
    <message>
        <source>{one} and {other} are the same band of the same file: give the other polarisation as {other}, or its CROSS_BAND.</source>
        <translation>{one} dan {other} adalah kanal yang sama dari berkas yang sama: berikan polarisasi lain sebagai {other}, atau atur CROSS_BAND ke kanalnya.</translation>
    </message>
    <message>
        <source>{one} and {other} are the same file {path}: give two names.</source>
        <translation>{one} dan {other} menunjuk berkas yang sama, {path}: berikan dua nama yang berbeda.</translation>
    </message>
    <message>
        <source>{one} and {other} are the same file, {name}: check both.</source>
        <translation>{one} dan {other} adalah berkas yang sama, {name}: periksa keduanya.</translation>
    </message>
    <message>
        <source>{one} and {other} are the same layer, and an accuracy from points that had a part in the map means nothing: give points that had none as {other}.</source>
        <translation>{one} dan {other} adalah layer yang sama, dan akurasi dari titik yang ikut membentuk peta tidak berarti apa-apa: berikan titik yang tidak ikut sebagai {other}.</translation>
    </message>
    <message>
        <source>{one} and {other} are the same raster: give the scene of an earlier date as {other}.</source>
        <translation>{one} dan {other} adalah raster yang sama: berikan citra dari tanggal yang lebih awal sebagai {other}.</translation>
    </message>
    <message>
        <source>{one} and {other} are the same rasters: give the scenes after the fire as {other}.</source>
        <translation>{one} dan {other} berisi raster yang sama: berikan citra sesudah kebakaran sebagai {other}.</translation>
    </message>
    <message>
        <source>{one} declares no scale and holds values around {level:g}, those of {other} are around {known:g} by its scale: bring both to one unit, as preparescene does, or leave one out.</source>
        <translation>{one} tidak menyatakan skala dan memuat nilai sekitar {level:g}, sedangkan nilai {other} sekitar {known:g} menurut skalanya: samakan satuan keduanya, seperti yang dilakukan preparescene, atau jangan sertakan salah satunya.</translation>
    </message>
    <message>
        <source>{one} has {count} bands and {other} has {others}: give rasters with the same bands.</source>
        <translation>{one} memiliki {count} kanal, sedangkan {other} memiliki {others}: berikan raster dengan kanal yang sama.</translation>
    </message>
    <message>
        <source>{output} needs {input}: give {input}, or leave {output} out.</source>
        <translation>{output} memerlukan {input}: berikan {input}, atau jangan minta {output}.</translation>
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
        <source>{overall} % lies within the interval of overall accuracy, so other samples might have decided otherwise.</source>
        <translation>{overall}% terletak di dalam selang akurasi keseluruhan, jadi sampel lain mungkin memberikan putusan yang berbeda.</translation>
    </message>
    <message>
        <source>{parameter} names {codes}, which {map} does not have here: its classes are {known}.</source>
        <translation>{parameter} menyebut {codes}, yang tidak dimiliki {map} di sini: kelasnya adalah {known}.</translation>
    </message>
    <message>
        <source>{path} cannot be made ({reason}): choose another folder.</source>
        <translation>{path} tidak dapat dibuat ({reason}): pilih folder lain.</translation>
    </message>
    <message>
        <source>{path} cannot be read: download the product again.</source>
        <translation>{path} tidak dapat dibaca: unduh ulang produknya.</translation>
    </message>
    <message>
        <source>{path} cannot be replaced ({reason}): close it in other programs, or choose another name.</source>
        <translation>{path} tidak dapat diganti ({reason}): tutup berkas itu di program lain, atau pilih nama lain.</translation>
    </message>
    <message>
        <source>{path} cannot be written ({reason}): choose another folder.</source>
        <translation>{path} tidak dapat ditulis ({reason}): pilih folder lain.</translation>
    </message>
    <message>
        <source>{path} cannot be written ({reason}): close it in other programs, free space on the disk or choose another folder.</source>
        <translation>{path} tidak dapat ditulis ({reason}): tutup berkas itu di program lain, kosongkan sebagian ruang pada disk, atau pilih folder lain.</translation>
    </message>
    <message>
        <source>{path} cannot be written ({reason}): free space on the disk or choose another folder.</source>
        <translation>{path} tidak dapat ditulis ({reason}): kosongkan sebagian ruang pada disk atau pilih folder lain.</translation>
    </message>
    <message>
        <source>{path} cannot be written{reason}: close it in other programs, or choose another folder.</source>
        <translation>{path} tidak dapat ditulis{reason}: tutup berkas itu di program lain, atau pilih folder lain.</translation>
    </message>
    <message>
        <source>{path} could not be written whole: free space on the disk.</source>
        <translation>{path} tidak dapat ditulis seutuhnya: kosongkan ruang pada diska.</translation>
    </message>
    <message>
        <source>{path} does not say how its numbers become reflectance, or names no images: download the product again.</source>
        <translation>{path} tidak menyebutkan cara mengubah nilainya menjadi reflektansi, atau tidak menyebut citra: unduh ulang produknya.</translation>
    </message>
    <message>
        <source>{path} does not say how the numbers of band {band} become reflectance: download the product again.</source>
        <translation>{path} tidak menyebutkan cara mengubah nilai kanal {band} menjadi reflektansi: unduh ulang produknya.</translation>
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
        <source>{path} is a mask that this algorithm has made: give an image, or ask for MASK alone.</source>
        <translation>{path} adalah mask kelas buatan algoritme ini: berikan citra, atau minta MASK saja.</translation>
    </message>
    <message>
        <source>{path} is a mask that this algorithm has made: it is taken as it is, and no model is run. It has {area} ha.</source>
        <translation>{path} adalah mask kelas buatan algoritme ini: dipakai apa adanya, dan tidak ada model yang dijalankan. Luasnya {area} ha.</translation>
    </message>
    <message>
        <source>{path} is damaged: download the product again.</source>
        <translation>{path} rusak: unduh ulang produknya.</translation>
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
        <source>{path} is one of the inputs and would be replaced: give another name, or choose another FOLDER.</source>
        <translation>{path} adalah salah satu masukan dan akan tertimpa: beri nama lain, atau pilih FOLDER lain.</translation>
    </message>
    <message>
        <source>{path} was made with the model {earlier} and not with {model}, and what differs between two models would pass for new mines: give the image instead, or the model that made the mask as MODEL.</source>
        <translation>{path} dibuat dengan model {earlier}, bukan {model}, dan perbedaan antara kedua model akan tampak sebagai tambang baru: berikan citranya, atau model yang membuat mask kelas itu sebagai MODEL.</translation>
    </message>
    <message>
        <source>{path} was made with the threshold {earlier} and not with {asked}, and what differs would pass for new mines: give the image instead, or the threshold of the mask as THRESHOLD.</source>
        <translation>{path} dibuat dengan ambang {earlier}, bukan {asked}, dan perbedaannya akan tampak sebagai tambang baru: berikan citranya, atau ambang mask kelas itu sebagai THRESHOLD.</translation>
    </message>
    <message>
        <source>{path} would be written twice: give RBR, RBD and BEST other names, or choose another FOLDER.</source>
        <translation>{path} akan ditulis dua kali: beri nama lain untuk RBR, RBD, dan BEST, atau pilih FOLDER lain.</translation>
    </message>
    <message>
        <source>{percent} %</source>
        <translation>{percent}%</translation>
    </message>
    <message>
        <source>{percent} % of the area is 0 in all bands, or the largest number in all, and nothing in {name} says that this is no data: it is taken as such.</source>
        <translation>{percent}% dari area bernilai 0, atau bilangan terbesar, pada semua kanal, dan tidak ada keterangan dalam {name} bahwa itu tanpa data: bagian itu dianggap tanpa data.</translation>
    </message>
    <message>
        <source>{percent} % of the land agrees with the plan: {conform} of {judged} ha.</source>
        <translation>{percent}% lahan sesuai dengan rencana: {conform} dari {judged} ha.</translation>
    </message>
    <message>
        <source>{percent} % of the land of which the rules speak agrees with the plan: {conform} of {judged} ha.</source>
        <translation>{percent}% lahan yang ada aturannya sesuai dengan rencana: {conform} dari {judged} ha.</translation>
    </message>
    <message>
        <source>{percent} % of the pixels are 0 in all bands, or {largest}, and nothing declares no data: they were classified as {classes}. Declare nodata, or use &apos;Prepare a satellite scene&apos;.</source>
        <translation>{percent}% piksel bernilai 0, atau {largest}, pada semua kanal, dan tidak ada nilai tanpa data yang dinyatakan: piksel itu diklasifikasikan sebagai {classes}. Nyatakan nilai tanpa data (nodata), atau pakai &apos;Siapkan citra satelit&apos;.</translation>
    </message>
    <message>
        <source>{percent} % of the values of {name} are exactly 0 dB: where that means no data, declare 0 as the no-data value.</source>
        <translation>{percent}% dari nilai {name} tepat 0 dB: jika itu berarti tanpa data, nyatakan 0 sebagai nilai tanpa data.</translation>
    </message>
    <message>
        <source>{percent} % of the zone has no samples</source>
        <translation>{percent}% zona tanpa sampel</translation>
    </message>
    <message>
        <source>{percent} % of the zone has no samples: {strata}</source>
        <translation>{percent}% zona tanpa sampel: {strata}</translation>
    </message>
    <message>
        <source>{pixels} Mpx looked at in {seconds} s ({speed} Mpx/s).</source>
        <translation>{pixels} Mpx diperiksa dalam {seconds} detik ({speed} Mpx/detik).</translation>
    </message>
    <message>
        <source>{plan} and {map} have no ground with a class in common: check that they are of one place, and their CRS.</source>
        <translation>{plan} dan {map} tidak memiliki lahan berkelas yang bertumpang tindih: pastikan keduanya untuk tempat yang sama, dan periksa sistem koordinatnya.</translation>
    </message>
    <message>
        <source>{plan} has no zone {zone}: give as BUILT_ZONES some of {known}.</source>
        <translation>{plan} tidak memiliki zona {zone}: untuk BUILT_ZONES, pilih di antara {known}.</translation>
    </message>
    <message>
        <source>{points} has no features: choose the layer of validation points.</source>
        <translation>{points} tidak memiliki fitur: pilih layer titik validasi.</translation>
    </message>
    <message>
        <source>{pre} and {post}: {megapixels} Mpx in {seconds} s ({speed} Mpx/s).</source>
        <translation>{pre} dan {post}: {megapixels} Mpx dalam {seconds} detik ({speed} Mpx/detik).</translation>
    </message>
    <message>
        <source>{pre} is brighter than {cross}, as VV is than VH: burned land then has a high NRBR. Give VH as PRE and POST, and VV as the other polarisation.</source>
        <translation>{pre} lebih terang daripada {cross}, seperti VV terhadap VH: akibatnya lahan terbakar memiliki NRBR tinggi. Berikan VH sebagai PRE dan POST, dan VV sebagai polarisasi lain.</translation>
    </message>
    <message>
        <source>{raster} has a band {name} already: leave it out of INDICES, or set KEEP_BANDS to false.</source>
        <translation>{raster} sudah memiliki kanal {name}: hapus dari INDICES, atau atur KEEP_BANDS menjadi false.</translation>
    </message>
    <message>
        <source>{raster} has no band that is known to be {missing} (its bands are {bands}): name the bands red, green, blue, nir, swir16, swir22.</source>
        <translation>{raster} tidak memiliki kanal yang dikenali sebagai {missing} (kanalnya {bands}): beri nama kanalnya red, green, blue, nir, swir16, swir22.</translation>
    </message>
    <message>
        <source>{raster} has no place in the map&apos;s CRS: choose another CRS for the map.</source>
        <translation>{raster} tidak dapat ditempatkan dalam sistem koordinat peta: pilih sistem koordinat lain untuk peta.</translation>
    </message>
    <message>
        <source>{raster} is in degrees, so a pixel count has no hectares. The table is measured on the ellipsoid.</source>
        <translation>{raster} bersatuan derajat sehingga cacah piksel tidak memberikan hektare. Tabel diukur pada elipsoid.</translation>
    </message>
    <message>
        <source>{reference} shows no {name} where it is compared: check CLASS ({code}), and that it covers the map.</source>
        <translation>{reference} tidak menunjukkan {name} di bagian yang dibandingkan: periksa CLASS ({code}), dan pastikan acuan itu meliputi peta.</translation>
    </message>
    <message>
        <source>{role}: band {number} {name} (by its {how}).</source>
        <translation>{role}: kanal {number} {name} (menurut {how}).</translation>
    </message>
    <message>
        <source>{samples} samples fall into {clusters} groups that share a polygon or a plot. Neighbours look alike, so they are not independent: standard errors and intervals come from the groups, and kappa has no interval where the samples are stratified.</source>
        <translation>{samples} sampel terbagi ke dalam {clusters} kelompok yang masing-masing berasal dari satu poligon atau plot. Tempat yang berdekatan tampak mirip sehingga sampel itu tidak saling bebas: galat baku dan selang dihitung dari kelompok, dan kappa tidak memiliki selang jika sampelnya berstrata.</translation>
    </message>
    <message>
        <source>{scenes}: {count}, in {units}, as their median; values in most pixels: {dates}.{days}</source>
        <translation>{scenes}: {count}, dalam {units}, sebagai mediannya; nilai di sebagian besar piksel: {dates}.{days}</translation>
    </message>
    <message>
        <source>{scenes}: {count}, in {units}{days}.</source>
        <translation>{scenes}: {count}, dalam {units}{days}.</translation>
    </message>
    <message>
        <source>{scope}: overall accuracy {overall}, kappa {kappa}.</source>
        <translation>{scope}: akurasi keseluruhan {overall}, kappa {kappa}.</translation>
    </message>
    <message>
        <source>{second} agrees with the samples no better than chance would: check that its codes mean the same.</source>
        <translation>{second} sesuai dengan sampel tidak lebih baik daripada kebetulan: periksa apakah kodenya bermakna sama.</translation>
    </message>
    <message>
        <source>{second} has no data at any of the samples on {map}: choose a map of the same area.</source>
        <translation>{second} tidak memuat data pada satu pun sampel di {map}: pilih peta untuk area yang sama.</translation>
    </message>
    <message>
        <source>{second} has no data at {missing} of {n} samples: the two maps are compared on the others, which may stand for a part of the area only.</source>
        <translation>{second} tidak memiliki data pada {missing} dari {n} sampel: kedua peta dibandingkan pada sampel lainnya, yang mungkin hanya mewakili sebagian area.</translation>
    </message>
    <message>
        <source>{second} has none of the classes of {map} or of the samples (its codes: {codes}): bring both to the same codes first.</source>
        <translation>{second} tidak memiliki satu pun kelas {map} atau kelas sampel (kodenya: {codes}): samakan dahulu kode keduanya.</translation>
    </message>
    <message>
        <source>{source} has no pixel of anything but {name} among those compared, so the figures say little: check whether its background is marked as no data, or the area of interest holds nothing else.</source>
        <translation>Di antara piksel yang dibandingkan, {source} tidak punya piksel selain {name}, jadi angkanya tidak banyak berarti: periksa apakah latar belakangnya ditandai sebagai nodata, atau area kajian memang tidak berisi yang lain.</translation>
    </message>
    <message>
        <source>{speed} megapixels a second: {minutes} minutes for a Sentinel-2 scene of {scene}, besides reading and writing.</source>
        <translation>{speed} megapiksel per detik: {minutes} menit untuk satu citra Sentinel-2 berukuran {scene} megapiksel, di luar waktu membaca dan menulis.</translation>
    </message>
    <message>
        <source>{strata} strata and {classes} classes are more than can be assessed together: merge strata or classes first.</source>
        <translation>{strata} strata dan {classes} kelas terlalu banyak untuk dinilai bersama-sama: gabungkan strata atau kelas dahulu.</translation>
    </message>
    <message>
        <source>{stratum} ({pixels} instead of {asked})</source>
        <translation>{stratum} ({pixels}, bukan {asked})</translation>
    </message>
    <message>
        <source>{stratum}: {percent} % of the map, {count} points</source>
        <translation>{stratum}: {percent}% dari peta, {count} titik</translation>
    </message>
    <message>
        <source>{text} That is few: give LOOKS where you know them.</source>
        <translation>{text} Jumlah jendela itu sedikit: berikan LOOKS jika diketahui.</translation>
    </message>
    <message>
        <source>{title} = {formula}. {units}.</source>
        <translation>{title} = {formula}. {units}.</translation>
    </message>
    <message>
        <source>{trees} trees grown on {count} samples of {bands} bands in {seconds} s.</source>
        <translation>{trees} pohon dibentuk dari {count} sampel dengan {bands} kanal dalam {seconds} detik.</translation>
    </message>
    <message>
        <source>{units}: {outside} ha of the plans are in none of them; they overlap each other on {overlap} ha.</source>
        <translation>{units}: {outside} ha dari kedua rencana terletak di luar semua wilayah ini; tumpang tindih antarwilayah {overlap} ha.</translation>
    </message>
    <message>
        <source>{unit}: {percent} % conform, {area} ha do not.</source>
        <translation>{unit}: {percent}% sesuai, {area} ha tidak sesuai.</translation>
    </message>
    <message>
        <source>{unknown} is not an index known here: choose among {known}.</source>
        <translation>{unknown} bukan indeks yang dikenal di sini: pilih di antara {known}.</translation>
    </message>
    <message>
        <source>{used} of {all} hotspots of {name} could be used (where it was looked at and there is data).</source>
        <translation>{used} dari {all} titik panas (hotspot) {name} dapat dipakai (di bagian yang diperiksa dan memuat data).</translation>
    </message>
    <message>
        <source>{used} of {all} points of {name} could be used: {burned} burned, {unburned} not burned.</source>
        <translation>{used} dari {all} titik {name} dapat dipakai: {burned} terbakar, {unburned} tidak terbakar.</translation>
    </message>
    <message>
        <source>{value} is no colour: write it as #D55E00, as 213,94,0, or with an English name such as orange.</source>
        <translation>{value} bukan warna: tulis seperti #D55E00, seperti 213,94,0, atau dengan nama warna bahasa Inggris, misalnya orange.</translation>
    </message>
    <message>
        <source>{what} has {found} numbers and the model takes {expected} bands: give one number, or one a band.</source>
        <translation>{what} memuat {found} angka, sedangkan model memerlukan {expected} kanal: berikan satu angka saja, atau satu angka untuk setiap kanal.</translation>
    </message>
    <message>
        <source>{what} holds {value}, which is not a number: give numbers with commas between them, such as 0.1, 0.2, 0.3.</source>
        <translation>{what} memuat {value}, yang bukan angka: berikan angka yang dipisahkan koma dengan titik sebagai tanda desimal, misalnya 0.1, 0.2, 0.3.</translation>
    </message>
    <message>
        <source>{what} of the whole result</source>
        <translation>{what} untuk seluruh hasil</translation>
    </message>
</context>
</TS>
