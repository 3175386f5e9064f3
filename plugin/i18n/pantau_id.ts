<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="id_ID" sourcelanguage="en">
<context>
    <name>Pantau</name>
    <message>
        <source>&lt;p&gt;Finds open-pit mines in a Sentinel-2 image and measures them: a probability raster, a mask, and polygons with hectares. For officers who watch where mines open; any other ONNX segmentation model works too.&lt;/p&gt;&lt;p&gt;&lt;b&gt;How.&lt;/b&gt; Choose the image and press Run. The shipped model takes red, green and blue (B04, B03, B02) at 10 m, in reflectance x 10 000 or from 0 to 1, without the 1000 that Sentinel-2 products have added since 2022: subtract it first. Bands are found by their names, else say them in Bands, in the model&apos;s order, such as 3,2,1. It was trained in Brazil: look at the polygons on the image before you use them.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Outputs.&lt;/b&gt; Probability from 0 to 1 (stored as 0 to 200, nodata 255, or as 32-bit numbers). Mask: one code a class, 0 for the background, 255 for no data. Polygons along pixel edges: class, class_name, area_ha (hectares on the ellipsoid), prob_mean, prob_max, model, checksum.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Choices.&lt;/b&gt; Minimum area and hole filling are in hectares and act on mask and polygons. The area of interest limits what is read and what is written. Device: auto (a GPU where one works, else the CPU), cpu, cuda, tensorrt. Probability type: uint8, float32. Overlap is in percent of a tile&apos;s side (of 1024 px where the tile size is left empty); scale mean and scale std are in the raster&apos;s own values: what the model sees is (value - mean) / std.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Example.&lt;/b&gt; qgis_process run pantau:segment -- INPUT=scene.tif MIN_AREA_HA=0.5 MASK=mines.tif POLYGONS=mines.gpkg&lt;/p&gt;&lt;p&gt;&lt;b&gt;Source.&lt;/b&gt; U-Net: Ronneberger, Fischer and Brox 2015. Areas: Snyder 1987. Overlapping tiles are blended with smooth weights before the threshold, so that no seams remain.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Menemukan tambang terbuka pada citra Sentinel-2 dan mengukur luasnya: raster probabilitas, mask kelas, dan poligon dengan luas dalam hektare. Ditujukan bagi petugas yang memantau pembukaan tambang; model segmentasi ONNX lain juga dapat digunakan.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Cara.&lt;/b&gt; Pilih citra, lalu tekan Jalankan. Model bawaan memerlukan kanal merah, hijau, dan biru (B04, B03, B02) pada 10 m, berupa reflektansi x 10.000 atau dari 0 sampai 1, tanpa tambahan 1000 yang ada pada produk Sentinel-2 sejak 2022: kurangkan dahulu. Kanal dikenali dari namanya, jika tidak sebutkan di Kanal menurut urutan model, misalnya 3,2,1. Model ini dilatih di Brasil: periksa poligon di atas citra sebelum menggunakannya.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Keluaran.&lt;/b&gt; Probabilitas dari 0 sampai 1 (disimpan sebagai 0 sampai 200, tanpa data 255, atau sebagai bilangan 32-bit). Mask kelas: satu kode untuk setiap kelas, 0 untuk latar belakang, 255 untuk tanpa data. Poligon mengikuti tepi piksel: class, class_name, area_ha (hektare pada elipsoid), prob_mean, prob_max, model, checksum.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Pilihan.&lt;/b&gt; Luas minimum dan pengisian lubang dinyatakan dalam hektare dan berlaku untuk mask kelas dan poligon. Area kajian membatasi bagian yang dibaca dan ditulis. Perangkat: auto (GPU jika berfungsi, jika tidak CPU), cpu, cuda, tensorrt. Tipe data probabilitas: uint8, float32. Tumpang tindih dinyatakan dalam persen dari sisi petak (dari 1024 px jika ukuran petak dikosongkan); rata-rata (mean) dan simpangan baku (std) untuk penskalaan memakai satuan nilai raster itu sendiri: yang diterima model adalah (value - mean) / std.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Contoh.&lt;/b&gt; qgis_process run pantau:segment -- INPUT=scene.tif MIN_AREA_HA=0.5 MASK=mines.tif POLYGONS=mines.gpkg&lt;/p&gt;&lt;p&gt;&lt;b&gt;Sumber.&lt;/b&gt; U-Net: Ronneberger, Fischer, dan Brox 2015. Luas: Snyder 1987. Petak yang bertumpang tindih dipadukan dengan bobot yang halus sebelum ambang diterapkan, sehingga tidak ada bekas sambungan.&lt;/p&gt;</translation>
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
        <source>Device</source>
        <translation>Perangkat</translation>
    </message>
    <message>
        <source>Device that ran the model</source>
        <translation>Perangkat yang menjalankan model</translation>
    </message>
    <message>
        <source>Fail where the device cannot be used</source>
        <translation>Gagalkan proses jika perangkat tidak dapat digunakan</translation>
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
        <source>Image</source>
        <translation>Citra</translation>
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
        <source>Minimum area (ha)</source>
        <translation>Luas minimum (ha)</translation>
    </message>
    <message>
        <source>Model (empty: the shipped mine model)</source>
        <translation>Model (kosong: model tambang bawaan)</translation>
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
        <source>Nothing can be written in {folder} ({reason}): choose another folder.</source>
        <translation>Tidak ada yang dapat ditulis di {folder} ({reason}): pilih folder lain.</translation>
    </message>
    <message>
        <source>OVERLAP is {value:g} percent: give 0 to 50.</source>
        <translation>OVERLAP bernilai {value:g} persen: berikan 0 sampai 50.</translation>
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
        <source>Polygons</source>
        <translation>Poligon</translation>
    </message>
    <message>
        <source>Polygons: {area} ha</source>
        <translation>Poligon: {area} ha</translation>
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
        <source>SCALE_MEAN holds {value}: every number must be finite.</source>
        <translation>SCALE_MEAN berisi {value}: setiap bilangan harus berhingga.</translation>
    </message>
    <message>
        <source>SCALE_STD holds {value}: every number must be greater than 0.</source>
        <translation>SCALE_STD memuat {value}: setiap angka harus lebih besar dari 0.</translation>
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
        <source>The Python package {package} is not installed. Run this in a terminal and start QGIS again: {command}</source>
        <translation>Paket Python {package} belum terpasang. Jalankan perintah ini di terminal, lalu mulai ulang QGIS: {command}</translation>
    </message>
    <message>
        <source>The area of interest cannot be brought into the CRS of the raster: check the CRS of its layer.</source>
        <translation>Area kajian tidak dapat diubah ke sistem koordinat raster: periksa sistem koordinat layernya.</translation>
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
        <source>The layer {value} of {name} cannot be opened: choose a polygon layer.</source>
        <translation>Layer {value} untuk {name} tidak dapat dibuka: pilih layer poligon.</translation>
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
        <source>The run was cancelled; nothing was written.</source>
        <translation>Proses dibatalkan; tidak ada yang ditulis.</translation>
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
        <source>Tile size (px; empty: chosen from the image)</source>
        <translation>Ukuran petak (px; kosong: dipilih menurut citra)</translation>
    </message>
    <message>
        <source>Tiles a batch (empty: chosen for the device)</source>
        <translation>Jumlah petak per batch (kosong: dipilih menurut perangkat)</translation>
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
        <source>from {rows} x {cols} px it makes {shape}, which is no map</source>
        <translation>dari {rows} x {cols} px dihasilkan {shape}, yang bukan peta</translation>
    </message>
    <message>
        <source>from {rows} x {cols} px it makes {shape}: an enlarged image</source>
        <translation>dari {rows} x {cols} px dihasilkan {shape}: citra yang diperbesar</translation>
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
        <source>onnxruntime is installed but cannot be loaded ({reason}): install it again.</source>
        <translation>onnxruntime sudah terpasang tetapi tidak dapat dimuat ({reason}): pasang ulang.</translation>
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
        <source>{device} did not start: its libraries do not fit this onnxruntime</source>
        <translation>{device} tidak dapat dimulai: pustakanya tidak sesuai dengan onnxruntime ini</translation>
    </message>
    <message>
        <source>{device} failed to start ({reason})</source>
        <translation>{device} gagal dimulai ({reason})</translation>
    </message>
    <message>
        <source>{layer} is a {provider} layer, which has no pixel values to compute with: save it as GeoTIFF first.</source>
        <translation>{layer} adalah layer {provider}, yang tidak memiliki nilai piksel untuk dihitung: simpan dahulu sebagai GeoTIFF.</translation>
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
        <source>{name} has {found} bands ({bands}) and the model {model} takes {expected}{which}: say which in BANDS, in the model&apos;s order.</source>
        <translation>{name} memiliki {found} kanal ({bands}), sedangkan model {model} memerlukan {expected}{which}: sebutkan kanalnya di BANDS, menurut urutan model.</translation>
    </message>
    <message>
        <source>{name} holds {type} values, which are not pixel values of an image: convert it first.</source>
        <translation>{name} memuat nilai {type}, yang bukan nilai piksel citra: konversikan dahulu.</translation>
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
        <source>{name} keeps its weights in another file, which Pantau does not open: export the model as one file.</source>
        <translation>{name} menyimpan bobotnya di berkas lain yang tidak dibuka Pantau: ekspor model sebagai satu berkas.</translation>
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
        <source>{path} is not a GeoTIFF name: give a name that ends with .tif.</source>
        <translation>{path} bukan nama GeoTIFF: berikan nama yang berakhiran .tif.</translation>
    </message>
    <message>
        <source>{path} is not a raster that GDAL can read ({reason}): choose another file.</source>
        <translation>{path} bukan raster yang dapat dibaca GDAL ({reason}): pilih berkas lain.</translation>
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
