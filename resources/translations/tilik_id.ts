<?xml version='1.0' encoding='UTF-8'?>
<!DOCTYPE TS>
<TS version="2.1" language="id" sourcelanguage="en">
<context>
    <name>AccountPane</name>
    <message>
        <source>Note on this cell</source>
        <translation>Catatan pada sel ini</translation>
    </message>
    <message>
        <source>As worked out</source>
        <translation>Sesuai perhitungan</translation>
    </message>
    <message>
        <source>Key {key}</source>
        <translation>Tombol {key}</translation>
    </message>
    <message>
        <source>In a cell: excerpts · sources</source>
        <translation>Dalam sel: kutipan · sumber</translation>
    </message>
    <message>
        <source>No sheet yet</source>
        <translation>Belum ada lembar</translation>
    </message>
    <message>
        <source>It needs research questions and sites: what each site gave for each question is then worked out from what is coded.</source>
        <translation>Diperlukan pertanyaan penelitian dan lokasi: apa yang diberikan setiap lokasi untuk setiap pertanyaan lalu dihitung dari yang dikode.</translation>
    </message>
    <message>
        <source>Go to the study design</source>
        <translation>Ke rancangan studi</translation>
    </message>
    <message>
        <source>Excerpts</source>
        <translation>Kutipan</translation>
    </message>
    <message>
        <source>Choose a cell to see the excerpts behind it.</source>
        <translation>Pilih sel untuk melihat kutipan di baliknya.</translation>
    </message>
    <message>
        <source>Nothing of this site is coded for this question.</source>
        <translation>Belum ada yang dikode dari lokasi ini untuk pertanyaan ini.</translation>
    </message>
</context>
<context>
    <name>AccountView</name>
    <message>
        <source>Site data accounting sheet</source>
        <translation>Lembar pembukuan data lokasi</translation>
    </message>
    <message>
        <source>as worked out</source>
        <translation>sesuai perhitungan</translation>
    </message>
</context>
<context>
    <name>AgreementPage</name>
    <message>
        <source>Characters</source>
        <translation>Karakter</translation>
    </message>
    <message>
        <source>Sentences</source>
        <translation>Kalimat</translation>
    </message>
    <message>
        <source>Segments</source>
        <translation>Segmen</translation>
    </message>
    <message>
        <source>Match from</source>
        <translation>Cocok mulai</translation>
    </message>
    <message>
        <source>Two segments match where what they share, divided by all they cover, is this</source>
        <translation>Dua segmen cocok jika bagian yang sama dibagi seluruh cakupannya mencapai nilai ini</translation>
    </message>
    <message>
        <source>By code</source>
        <translation>Per kode</translation>
    </message>
    <message>
        <source>By source</source>
        <translation>Menurut sumber</translation>
    </message>
    <message>
        <source>Copy table</source>
        <translation>Salin tabel</translation>
    </message>
    <message>
        <source>Code or source</source>
        <translation>Kode atau sumber</translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>Kesepakatan</translation>
    </message>
    <message>
        <source>Nothing to compare yet</source>
        <translation>Belum ada yang dapat dibandingkan</translation>
    </message>
    <message>
        <source>Once two coders have coded the same source, their agreement is measured here. A colleague codes a copy of this study; merge it by the File menu, or choose who codes and go on here.</source>
        <translation>Setelah dua pengode mengode sumber yang sama, kesepakatan mereka diukur di sini. Rekan Anda mengode salinan studi ini; gabungkan lewat menu Berkas, atau pilih siapa yang mengode dan lanjutkan di sini.</translation>
    </message>
    <message>
        <source>Go and code</source>
        <translation>Mulai mengode</translation>
    </message>
    <message>
        <source>and</source>
        <translation>dan</translation>
    </message>
    <message numerus="yes">
        <source>%n disagreement(s) open</source>
        <translation><numerusform>%n perbedaan terbuka</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n settled</source>
        <translation><numerusform>%n beres</numerusform></translation>
    </message>
    <message>
        <source>{measure} by code; the line is at {good}</source>
        <translation>{measure} menurut kode; garis berada di {good}</translation>
    </message>
    <message>
        <source>{measure} by source; the line is at {good}</source>
        <translation>{measure} menurut sumber; garis berada di {good}</translation>
    </message>
    <message numerus="yes">
        <source>In %n source(s) that both coded</source>
        <translation><numerusform>Dalam %n sumber yang dikode keduanya</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>the first %n disagreement(s) are listed</source>
        <translation><numerusform>%n perbedaan pertama ditampilkan</numerusform></translation>
    </message>
</context>
<context>
    <name>AnalyticText</name>
    <message>
        <source>Analytic text</source>
        <translation>Teks analitis</translation>
    </message>
    <message>
        <source>What does this display show? Write it here.</source>
        <translation>Apa yang ditunjukkan penyajian ini? Tulis di sini.</translation>
    </message>
    <message>
        <source>Rule: {words}</source>
        <translation>Aturan: {words}</translation>
    </message>
</context>
<context>
    <name>AskedTable</name>
    <message>
        <source>Who was asked</source>
        <translation>Siapa yang ditanya</translation>
    </message>
    <message>
        <source>Mark as asked</source>
        <translation>Tandai sudah ditanya</translation>
    </message>
    <message>
        <source>Mark as not asked</source>
        <translation>Tandai tidak ditanya</translation>
    </message>
    <message>
        <source>Take the mark away</source>
        <translation>Hapus tanda</translation>
    </message>
</context>
<context>
    <name>AskedView</name>
    <message>
        <source>Silence counts only where somebody was asked. Whoever was marked as not asked is left out of what was examined. Space changes the mark.</source>
        <translation>Diam hanya berarti bila seseorang pernah ditanya. Yang ditandai tidak ditanya tidak dihitung dalam yang diperiksa. Spasi mengubah tanda.</translation>
    </message>
</context>
<context>
    <name>AttachmentView</name>
    <message>
        <source>Nothing chosen</source>
        <translation>Belum ada yang dipilih</translation>
    </message>
    <message>
        <source>Previous page</source>
        <translation>Halaman sebelumnya</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Halaman berikutnya</translation>
    </message>
    <message>
        <source>Smaller (Ctrl+-)</source>
        <translation>Perkecil (Ctrl+-)</translation>
    </message>
    <message>
        <source>Larger (Ctrl++)</source>
        <translation>Perbesar (Ctrl++)</translation>
    </message>
    <message>
        <source>Fit the width</source>
        <translation>Paskan lebar</translation>
    </message>
    <message>
        <source>The whole width (Ctrl+0)</source>
        <translation>Seluruh lebar (Ctrl+0)</translation>
    </message>
    <message>
        <source>Not held</source>
        <translation>Tidak tersimpan</translation>
    </message>
    <message>
        <source>Its file was outside the project.</source>
        <translation>Berkasnya berada di luar proyek.</translation>
    </message>
    <message>
        <source>Tilik cannot draw this file. “Open” hands it to another program.</source>
        <translation>Tilik tidak dapat menggambar berkas ini. “Buka” menyerahkannya kepada program lain.</translation>
    </message>
    <message>
        <source>No picture</source>
        <translation>Tidak ada gambar</translation>
    </message>
    <message>
        <source>Tilik plays no sound and no film. “Open” hands it to a program.</source>
        <translation>Tilik tidak memutar suara dan film. “Buka” menyerahkannya kepada program lain.</translation>
    </message>
    <message>
        <source>No selections</source>
        <translation>Tidak ada bagian terpilih</translation>
    </message>
    <message>
        <source>Page {number} of {count}</source>
        <translation>Halaman {number} dari {count}</translation>
    </message>
</context>
<context>
    <name>AttachmentsPage</name>
    <message>
        <source>Name</source>
        <translation>Nama</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Jenis</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Ukuran</translation>
    </message>
    <message>
        <source>Selections</source>
        <translation>Pilihan</translation>
    </message>
    <message>
        <source>Codings</source>
        <translation>Pengodean</translation>
    </message>
    <message>
        <source>Beside</source>
        <translation>Di samping</translation>
    </message>
    <message>
        <source>No attachments</source>
        <translation>Tidak ada lampiran</translation>
    </message>
    <message>
        <source>Pictures, PDF, recordings and films of an imported project are kept here.</source>
        <translation>Gambar, PDF, rekaman, dan film dari proyek yang diimpor disimpan di sini.</translation>
    </message>
    <message>
        <source>Attachments</source>
        <translation>Lampiran</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Buka</translation>
    </message>
    <message>
        <source>Open a copy with the program that the system has</source>
        <translation>Buka salinan dengan program yang ada di sistem</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>Simpan salinan…</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Di mana</translation>
    </message>
    <message>
        <source>Codes</source>
        <translation>Kode</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Kata-kata</translation>
    </message>
    <message>
        <source>Also carried, sets: {names}.</source>
        <translation>Turut terbawa, himpunan: {names}.</translation>
    </message>
    <message>
        <source>Also carried, links: {names}.</source>
        <translation>Turut terbawa, tautan: {names}.</translation>
    </message>
    <message>
        <source>not held</source>
        <translation>tidak disimpan</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>Simpan salinan</translation>
    </message>
</context>
<context>
    <name>AuditFilters</name>
    <message>
        <source>All things</source>
        <translation>Semua hal</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Semua orang</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Kata-kata</translation>
    </message>
    <message>
        <source>Also what was taken back</source>
        <translation>Juga yang diurungkan</translation>
    </message>
    <message>
        <source>Show all steps again</source>
        <translation>Tampilkan lagi semua langkah</translation>
    </message>
    <message>
        <source>Life of: {name}  ✕</source>
        <translation>Riwayat: {name}  ✕</translation>
    </message>
    <message>
        <source>All days</source>
        <translation>Semua hari</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hari ini</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>7 hari terakhir</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>30 hari terakhir</translation>
    </message>
</context>
<context>
    <name>AuditPage</name>
    <message>
        <source>Steps</source>
        <translation>Langkah</translation>
    </message>
    <message>
        <source>Code book by day</source>
        <translation>Buku kode per hari</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Ekspor…</translation>
    </message>
    <message>
        <source>What this step changed</source>
        <translation>Yang diubah langkah ini</translation>
    </message>
    <message>
        <source>Trace this</source>
        <translation>Lacak ini</translation>
    </message>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation><numerusform>%n langkah</numerusform></translation>
    </message>
    <message>
        <source>No code yet</source>
        <translation>Belum ada kode</translation>
    </message>
    <message>
        <source>Each day on which codes change is listed here.</source>
        <translation>Setiap hari saat kode berubah terdaftar di sini.</translation>
    </message>
    <message>
        <source>No such step</source>
        <translation>Tidak ada langkah seperti itu</translation>
    </message>
    <message>
        <source>Nothing in the history fits. Ask for other kinds, days or words.</source>
        <translation>Tidak ada riwayat yang cocok. Coba jenis, hari, atau kata lain.</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>Simpan sebagai</translation>
    </message>
    <message>
        <source>Audit trail</source>
        <translation>Jejak audit</translation>
    </message>
</context>
<context>
    <name>BackupsDialog</name>
    <message>
        <source>Restore a backup</source>
        <translation>Pulihkan cadangan</translation>
    </message>
    <message>
        <source>A copy is made before the first change after each opening; the last ten are kept. What stands in the study now is kept too, as one more backup.</source>
        <translation>Salinan dibuat sebelum perubahan pertama setelah setiap kali studi dibuka; sepuluh yang terakhir disimpan. Isi studi sekarang juga disimpan sebagai satu cadangan lagi.</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Cadangan</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Pulihkan</translation>
    </message>
</context>
<context>
    <name>BoardDelegate</name>
    <message>
        <source>Name of the code</source>
        <translation>Nama kode</translation>
    </message>
</context>
<context>
    <name>BoardModel</name>
    <message numerus="yes">
        <source>%n excerpt(s)</source>
        <translation><numerusform>%n kutipan</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n code(s)</source>
        <translation><numerusform>%n kode</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n informant(s)</source>
        <translation><numerusform>%n informan</numerusform></translation>
    </message>
</context>
<context>
    <name>BoardPane</name>
    <message>
        <source>No codes yet</source>
        <translation>Belum ada kode</translation>
    </message>
    <message>
        <source>Once transcripts are coded, codes are grouped here into pattern codes.</source>
        <translation>Setelah transkrip dikodekan, kode-kode dikelompokkan di sini menjadi kode pola.</translation>
    </message>
    <message>
        <source>Go and code</source>
        <translation>Mulai mengode</translation>
    </message>
    <message>
        <source>Group the chosen codes…</source>
        <translation>Kelompokkan kode terpilih…</translation>
    </message>
    <message>
        <source>Take out of the group</source>
        <translation>Keluarkan dari kelompok</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Ganti nama</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Naikkan</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Turunkan</translation>
    </message>
    <message>
        <source>Move to the group before</source>
        <translation>Pindahkan ke kelompok sebelumnya</translation>
    </message>
    <message>
        <source>Move to the next group</source>
        <translation>Pindahkan ke kelompok berikutnya</translation>
    </message>
    <message>
        <source>Dissolve the group</source>
        <translation>Bubarkan kelompok</translation>
    </message>
    <message>
        <source>Show in the code tree</source>
        <translation>Tampilkan di pohon kode</translation>
    </message>
    <message>
        <source>Filter codes…</source>
        <translation>Saring kode…</translation>
    </message>
    <message>
        <source>New group</source>
        <translation>Kelompok baru</translation>
    </message>
    <message numerus="yes">
        <source>%n code(s)</source>
        <translation><numerusform>%n kode</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n group(s)</source>
        <translation><numerusform>%n kelompok</numerusform></translation>
    </message>
</context>
<context>
    <name>BoardView</name>
    <message>
        <source>Board of codes</source>
        <translation>Papan kode</translation>
    </message>
    <message>
        <source>Not in a group</source>
        <translation>Tanpa kelompok</translation>
    </message>
    <message>
        <source>New group: drop codes here, or click</source>
        <translation>Kelompok baru: jatuhkan kode di sini, atau klik</translation>
    </message>
</context>
<context>
    <name>Builder</name>
    <message>
        <source>Which code?</source>
        <translation>Kode mana?</translation>
    </message>
</context>
<context>
    <name>CategoriesPage</name>
    <message>
        <source>Source category</source>
        <translation>Kategori sumber</translation>
    </message>
    <message>
        <source>Source categories</source>
        <translation>Kategori sumber</translation>
    </message>
    <message>
        <source>New category</source>
        <translation>Kategori baru</translation>
    </message>
    <message>
        <source>Who or what evidence comes from: principal, chair, supervisor, teacher, document.</source>
        <translation>Dari siapa atau apa bukti berasal: kepala sekolah, ketua, pengawas, guru, dokumen.</translation>
    </message>
    <message>
        <source>Category {number}</source>
        <translation>Kategori {number}</translation>
    </message>
</context>
<context>
    <name>CellDelegate</name>
    <message>
        <source>Cell</source>
        <translation>Sel</translation>
    </message>
</context>
<context>
    <name>ChainPanel</name>
    <message>
        <source>Chain of evidence</source>
        <translation>Rantai bukti</translation>
    </message>
    <message>
        <source>Click a piece of evidence to follow it to its source.</source>
        <translation>Klik sebuah bukti untuk menelusurinya sampai ke sumbernya.</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>Temuan</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Bukti</translation>
    </message>
    <message>
        <source>added by {coder}</source>
        <translation>ditambahkan oleh {coder}</translation>
    </message>
    <message>
        <source>Excerpt in its turn</source>
        <translation>Kutipan dalam gilirannya</translation>
    </message>
    <message>
        <source>Excerpt</source>
        <translation>Kutipan</translation>
    </message>
    <message>
        <source>Asked</source>
        <translation>Ditanyakan</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Sumber</translation>
    </message>
    <message>
        <source>line {number}</source>
        <translation>baris {number}</translation>
    </message>
    <message>
        <source>Open in the transcript</source>
        <translation>Buka dalam transkrip</translation>
    </message>
    <message>
        <source>The source speaks for itself: it has no informant.</source>
        <translation>Sumber berbicara sendiri: tidak ada informannya.</translation>
    </message>
    <message>
        <source>Informant</source>
        <translation>Informan</translation>
    </message>
</context>
<context>
    <name>ChartView</name>
    <message>
        <source>Chart</source>
        <translation>Grafik</translation>
    </message>
</context>
<context>
    <name>ChecksPopup</name>
    <message>
        <source>Choices</source>
        <translation>Pilihan</translation>
    </message>
    <message>
        <source>Another one…</source>
        <translation>Yang lain…</translation>
    </message>
</context>
<context>
    <name>CitationBox</name>
    <message>
        <source>Citation template</source>
        <translation>Templat sitasi</translation>
    </message>
    <message>
        <source>Tokens: {tokens}</source>
        <translation>Penanda: {tokens}</translation>
    </message>
    <message>
        <source>Looks like: {shown}</source>
        <translation>Tampak seperti: {shown}</translation>
    </message>
</context>
<context>
    <name>ClaimColumn</name>
    <message>
        <source>The claim</source>
        <translation>Klaimnya</translation>
    </message>
</context>
<context>
    <name>ClearDialog</name>
    <message>
        <source>Names in the clear</source>
        <translation>Nama yang masih terbaca</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nama</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Kali</translation>
    </message>
    <message>
        <source>In the table</source>
        <translation>Dalam tabel</translation>
    </message>
    <message>
        <source>Printed in</source>
        <translation>Tercetak dalam</translation>
    </message>
    <message>
        <source>Copy the list</source>
        <translation>Salin daftar</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
    <message>
        <source>No name was found in what an export prints.</source>
        <translation>Tidak ada nama dalam apa yang dicetak ekspor.</translation>
    </message>
    <message numerus="yes">
        <source>%n name(s) of the table would be read: show pseudonyms, and they are replaced.</source>
        <translation><numerusform>%n nama dari tabel masih akan terbaca: tampilkan nama samaran, dan nama itu diganti.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n word(s) may be a name that the table does not have.</source>
        <translation><numerusform>%n kata mungkin nama yang belum ada di tabel.</numerusform></translation>
    </message>
    <message>
        <source>Checking what an export would print</source>
        <translation>Memeriksa apa yang akan dicetak ekspor</translation>
    </message>
</context>
<context>
    <name>CloudView</name>
    <message>
        <source>Word cloud</source>
        <translation>Awan kata</translation>
    </message>
</context>
<context>
    <name>ClustersPane</name>
    <message>
        <source>Make this a category</source>
        <translation>Jadikan kategori</translation>
    </message>
    <message>
        <source>No clusters yet</source>
        <translation>Belum ada gugus</translation>
    </message>
    <message>
        <source>Codes come together here once two or more of them have excerpts.</source>
        <translation>Kode-kode bergabung di sini begitu dua atau lebih memiliki kutipan.</translation>
    </message>
    <message>
        <source>Go and code</source>
        <translation>Mulai mengode</translation>
    </message>
    <message>
        <source>informants</source>
        <translation>informan</translation>
    </message>
    <message>
        <source>sources</source>
        <translation>sumber</translation>
    </message>
    <message>
        <source>Alike by</source>
        <translation>Serupa menurut</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Ekspor</translation>
    </message>
    <message numerus="yes">
        <source>%n code(s) that nobody speaks of</source>
        <translation><numerusform>%n kode yang tidak dibicarakan siapa pun</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n group(s) at distance {distance}</source>
        <translation><numerusform>%n kelompok pada jarak {distance}</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Group of %n code(s)</source>
        <translation><numerusform>Kelompok %n kode</numerusform></translation>
    </message>
    <message>
        <source>Drag the line to cut the tree; click a group to see its codes.</source>
        <translation>Seret garis untuk memotong pohon; klik kelompok untuk melihat kodenya.</translation>
    </message>
    <message>
        <source>Clusters of codes</source>
        <translation>Gugus kode</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>Simpan sebagai</translation>
    </message>
</context>
<context>
    <name>CodeActions</name>
    <message>
        <source>Favourite</source>
        <translation>Favorit</translation>
    </message>
    <message>
        <source>Split the code…</source>
        <translation>Pecah kode…</translation>
    </message>
    <message>
        <source>In their own order</source>
        <translation>Menurut urutannya sendiri</translation>
    </message>
    <message>
        <source>By name</source>
        <translation>Menurut nama</translation>
    </message>
    <message>
        <source>The most used first</source>
        <translation>Yang paling sering dipakai dulu</translation>
    </message>
    <message>
        <source>Count excerpts</source>
        <translation>Hitung kutipan</translation>
    </message>
    <message>
        <source>Count informants</source>
        <translation>Hitung informan</translation>
    </message>
    <message>
        <source>All codes</source>
        <translation>Semua kode</translation>
    </message>
    <message>
        <source>Favourites</source>
        <translation>Favorit</translation>
    </message>
    <message>
        <source>Recently used</source>
        <translation>Baru dipakai</translation>
    </message>
    <message>
        <source>Unused codes</source>
        <translation>Kode yang belum dipakai</translation>
    </message>
    <message>
        <source>Open all themes</source>
        <translation>Buka semua tema</translation>
    </message>
    <message>
        <source>Close all themes</source>
        <translation>Tutup semua tema</translation>
    </message>
    <message>
        <source>Import a codebook…</source>
        <translation>Impor buku kode…</translation>
    </message>
    <message>
        <source>Save the codebook…</source>
        <translation>Simpan buku kode…</translation>
    </message>
    <message>
        <source>Colour the whole tree</source>
        <translation>Warnai seluruh pohon kode</translation>
    </message>
</context>
<context>
    <name>CodeBooks</name>
    <message>
        <source>Saving {name}</source>
        <translation>Menyimpan {name}</translation>
    </message>
    <message>
        <source>Codebook.xlsx</source>
        <translation>Buku kode.xlsx</translation>
    </message>
    <message>
        <source>Save the codebook</source>
        <translation>Simpan buku kode</translation>
    </message>
    <message>
        <source>Import a codebook</source>
        <translation>Impor buku kode</translation>
    </message>
    <message>
        <source>Codebooks ({endings})</source>
        <translation>Buku kode ({endings})</translation>
    </message>
    <message>
        <source>Workbook</source>
        <translation>Buku kerja</translation>
    </message>
    <message>
        <source>Word document</source>
        <translation>Dokumen Word</translation>
    </message>
    <message>
        <source>Comma separated values</source>
        <translation>Nilai dipisah koma</translation>
    </message>
</context>
<context>
    <name>CodeButton</name>
    <message>
        <source>a code that is gone</source>
        <translation>kode yang sudah tidak ada</translation>
    </message>
    <message>
        <source>choose a code</source>
        <translation>pilih kode</translation>
    </message>
    <message>
        <source>Code: {name}</source>
        <translation>Kode: {name}</translation>
    </message>
</context>
<context>
    <name>CodeDelegate</name>
    <message>
        <source>Name of the code</source>
        <translation>Nama kode</translation>
    </message>
</context>
<context>
    <name>CodeEntry</name>
    <message>
        <source>Codebook entry</source>
        <translation>Isi buku kode</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
    <message>
        <source>Definition</source>
        <translation>Definisi</translation>
    </message>
    <message>
        <source>When to use</source>
        <translation>Kapan dipakai</translation>
    </message>
    <message>
        <source>When not to use</source>
        <translation>Kapan tidak dipakai</translation>
    </message>
    <message>
        <source>Typical example</source>
        <translation>Contoh khas</translation>
    </message>
    <message>
        <source>Counter-example</source>
        <translation>Contoh tandingan</translation>
    </message>
    <message>
        <source>No focus</source>
        <translation>Tanpa fokus</translation>
    </message>
    <message>
        <source>Take the chosen excerpt</source>
        <translation>Ambil kutipan terpilih</translation>
    </message>
    <message>
        <source>emergent</source>
        <translation>muncul dari data</translation>
    </message>
    <message>
        <source>a priori</source>
        <translation>a priori</translation>
    </message>
    <message>
        <source>in vivo</source>
        <translation>in vivo</translation>
    </message>
    <message>
        <source>first cycle</source>
        <translation>siklus pertama</translation>
    </message>
    <message>
        <source>pattern</source>
        <translation>pola</translation>
    </message>
    <message>
        <source>Focus</source>
        <translation>Fokus</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>Asal</translation>
    </message>
    <message>
        <source>Cycle</source>
        <translation>Siklus</translation>
    </message>
</context>
<context>
    <name>CodeImport</name>
    <message>
        <source>Import the codebook “{name}”</source>
        <translation>Impor buku kode “{name}”</translation>
    </message>
    <message>
        <source>New and changed</source>
        <translation>Baru dan berubah</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Baru</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Berubah</translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation>Tetap</translation>
    </message>
    <message>
        <source>Codes in the file</source>
        <translation>Kode dalam berkas</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Impor</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Batal</translation>
    </message>
    <message>
        <source>No code is deleted, and an empty cell leaves what is there. One undo takes it back.</source>
        <translation>Tidak ada kode yang dihapus, dan sel kosong membiarkan yang sudah ada. Satu kali urung mengembalikan semuanya.</translation>
    </message>
    <message>
        <source>Every code is as the file has it: there is nothing to import.</source>
        <translation>Semua kode sudah sama dengan isi berkas: tidak ada yang perlu diimpor.</translation>
    </message>
</context>
<context>
    <name>CodeJoining</name>
    <message>
        <source>Merge into…</source>
        <translation>Gabungkan ke…</translation>
    </message>
    <message numerus="yes">
        <source>%n code(s) with name and colour: {names}</source>
        <translation><numerusform>%n kode beserta nama dan warnanya: {names}</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n coding(s) that the code has already</source>
        <translation><numerusform>%n pengodean yang sudah ada pada kode itu</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n coding(s)</source>
        <translation><numerusform>%n pengodean</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n memo(s) on the codes</source>
        <translation><numerusform>%n memo pada kode</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n code(s) under them</source>
        <translation><numerusform>%n kode di bawahnya</numerusform></translation>
    </message>
    <message>
        <source>nothing else</source>
        <translation>tidak ada yang lain</translation>
    </message>
    <message>
        <source>Merge into “{name}”?</source>
        <translation>Gabungkan ke “{name}”?</translation>
    </message>
    <message>
        <source>This comes along: {kept}; the codebook entries and the memos of codings are joined. This goes, and undo brings it back:</source>
        <translation>Yang ikut pindah: {kept}; entri buku kode dan memo pengodean digabungkan. Yang berikut hilang, dan dapat diurungkan:</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Gabungkan</translation>
    </message>
</context>
<context>
    <name>CodeModel</name>
    <message numerus="yes">
        <source>%n excerpt(s)</source>
        <translation><numerusform>%n kutipan</numerusform></translation>
    </message>
    <message>
        <source>favourite</source>
        <translation>favorit</translation>
    </message>
    <message numerus="yes">
        <source>%n of its own</source>
        <translation><numerusform>%n miliknya sendiri</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n informant(s)</source>
        <translation><numerusform>%n informan</numerusform></translation>
    </message>
</context>
<context>
    <name>CodePalette</name>
    <message>
        <source>Quick codes</source>
        <translation>Kode cepat</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Kode</translation>
    </message>
    <message>
        <source>Codes found</source>
        <translation>Kode yang ditemukan</translation>
    </message>
    <message>
        <source>Find a code, or make one…</source>
        <translation>Cari kode, atau buat kode…</translation>
    </message>
    <message>
        <source>Enter takes it · Ctrl+Enter ticks several · Esc closes</source>
        <translation>Enter memakainya · Ctrl+Enter menandai beberapa · Esc menutup</translation>
    </message>
    <message>
        <source>Enter takes it · Esc closes</source>
        <translation>Enter memakainya · Esc menutup</translation>
    </message>
    <message>
        <source>Make code “{name}”</source>
        <translation>Buat kode “{name}”</translation>
    </message>
</context>
<context>
    <name>CodePane</name>
    <message>
        <source>Codes</source>
        <translation>Kode</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Baru</translation>
    </message>
    <message>
        <source>Filter codes…</source>
        <translation>Saring kode…</translation>
    </message>
    <message>
        <source>No codes yet</source>
        <translation>Belum ada kode</translation>
    </message>
    <message>
        <source>Make a start list, or select words and let a code grow from them.</source>
        <translation>Buat daftar awal, atau pilih kata dan biarkan kode tumbuh darinya.</translation>
    </message>
    <message>
        <source>New code</source>
        <translation>Kode baru</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Tampilkan semua</translation>
    </message>
    <message>
        <source>Which codes are seen, and how</source>
        <translation>Kode mana yang tampak, dan bagaimana</translation>
    </message>
    <message numerus="yes">
        <source>%n code(s) found</source>
        <translation><numerusform>%n kode ditemukan</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n favourite(s)</source>
        <translation><numerusform>%n favorit</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n recently used</source>
        <translation><numerusform>%n baru dipakai</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n unused code(s)</source>
        <translation><numerusform>%n kode belum dipakai</numerusform></translation>
    </message>
</context>
<context>
    <name>CodeSplit</name>
    <message>
        <source>Split “{name}”</source>
        <translation>Pecah “{name}”</translation>
    </message>
    <message>
        <source>Name of the new code</source>
        <translation>Nama kode baru</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Batal</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Pecah</translation>
    </message>
    <message>
        <source>Choose the excerpts that go to the new code; hold Ctrl or Shift for several. They keep their memos, directions and weights. Afterwards define both codes.</source>
        <translation>Pilih kutipan untuk kode yang baru; tahan Ctrl atau Shift untuk memilih beberapa. Memo, arah, dan bobotnya tetap. Sesudah itu, beri definisi pada kedua kode.</translation>
    </message>
    <message numerus="yes">
        <source>%n excerpt(s) chosen</source>
        <translation><numerusform>%n kutipan dipilih</numerusform></translation>
    </message>
</context>
<context>
    <name>CodeTree</name>
    <message>
        <source>Codes</source>
        <translation>Kode</translation>
    </message>
</context>
<context>
    <name>CodeVersions</name>
    <message>
        <source>Versions of the code</source>
        <translation>Riwayat versi kode</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Riwayat versi</translation>
    </message>
    <message numerus="yes">
        <source>%n earlier version(s)</source>
        <translation><numerusform>%n versi sebelumnya</numerusform></translation>
    </message>
</context>
<context>
    <name>CodersPage</name>
    <message>
        <source>Coder</source>
        <translation>Pengode</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Warna</translation>
    </message>
    <message>
        <source>Codings</source>
        <translation>Pengodean</translation>
    </message>
    <message>
        <source>Coders</source>
        <translation>Pengode</translation>
    </message>
    <message>
        <source>New coder</source>
        <translation>Pengode baru</translation>
    </message>
    <message>
        <source>Those who code; choose who codes now in the status line.</source>
        <translation>Mereka yang mengode; pilih siapa yang mengode sekarang di baris status.</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Jenis</translation>
    </message>
    <message>
        <source>Coder {number}</source>
        <translation>Pengode {number}</translation>
    </message>
</context>
<context>
    <name>Coding</name>
    <message>
        <source>Another code for “{name}”…</source>
        <translation>Kode lain untuk “{name}”…</translation>
    </message>
    <message>
        <source>A further code beside “{name}”…</source>
        <translation>Kode tambahan di samping “{name}”…</translation>
    </message>
</context>
<context>
    <name>CodingActions</name>
    <message>
        <source>Code…</source>
        <translation>Kode…</translation>
    </message>
    <message>
        <source>Code with the chosen codes</source>
        <translation>Kode dengan kode terpilih</translation>
    </message>
    <message>
        <source>Code in vivo</source>
        <translation>Kode in vivo</translation>
    </message>
    <message>
        <source>Repeat the last code</source>
        <translation>Ulangi kode terakhir</translation>
    </message>
    <message>
        <source>Select the word, then the next</source>
        <translation>Pilih kata, lalu berikutnya</translation>
    </message>
    <message>
        <source>Select the sentence, then the next</source>
        <translation>Pilih kalimat, lalu berikutnya</translation>
    </message>
    <message>
        <source>Select the turn, then the next</source>
        <translation>Pilih giliran bicara, lalu berikutnya</translation>
    </message>
    <message>
        <source>Select the paragraph, then the next</source>
        <translation>Pilih paragraf, lalu berikutnya</translation>
    </message>
    <message>
        <source>Add the next word</source>
        <translation>Tambah kata berikutnya</translation>
    </message>
    <message>
        <source>Add the next sentence</source>
        <translation>Tambah kalimat berikutnya</translation>
    </message>
    <message>
        <source>Add the next turn</source>
        <translation>Tambah giliran bicara berikutnya</translation>
    </message>
    <message>
        <source>Add the next paragraph</source>
        <translation>Tambah paragraf berikutnya</translation>
    </message>
    <message>
        <source>Next uncoded paragraph</source>
        <translation>Paragraf berikutnya yang belum dikode</translation>
    </message>
    <message>
        <source>Change the code…</source>
        <translation>Ganti kode…</translation>
    </message>
    <message>
        <source>Coding affirms</source>
        <translation>Pengodean membenarkan</translation>
    </message>
    <message>
        <source>Coding denies</source>
        <translation>Pengodean menyangkal</translation>
    </message>
    <message>
        <source>Coding is mixed</source>
        <translation>Pengodean campuran</translation>
    </message>
    <message>
        <source>Memo on the coding</source>
        <translation>Memo pada pengodean</translation>
    </message>
    <message>
        <source>Add as evidence…</source>
        <translation>Tambahkan sebagai bukti…</translation>
    </message>
    <message>
        <source>Cut the coding here</source>
        <translation>Potong pengodean di sini</translation>
    </message>
    <message>
        <source>Join codings that touch</source>
        <translation>Gabungkan pengodean yang bersentuhan</translation>
    </message>
    <message>
        <source>A further code…</source>
        <translation>Kode tambahan…</translation>
    </message>
    <message>
        <source>Set the excerpt aside</source>
        <translation>Sisihkan kutipan</translation>
    </message>
    <message>
        <source>Remove the coding</source>
        <translation>Hapus pengodean</translation>
    </message>
    <message>
        <source>Next coding</source>
        <translation>Pengodean berikutnya</translation>
    </message>
    <message>
        <source>Previous coding</source>
        <translation>Pengodean sebelumnya</translation>
    </message>
    <message>
        <source>Start a word earlier</source>
        <translation>Mulai satu kata lebih awal</translation>
    </message>
    <message>
        <source>Start a word later</source>
        <translation>Mulai satu kata lebih akhir</translation>
    </message>
    <message>
        <source>End a word earlier</source>
        <translation>Akhiri satu kata lebih awal</translation>
    </message>
    <message>
        <source>End a word later</source>
        <translation>Akhiri satu kata lebih akhir</translation>
    </message>
    <message>
        <source>Start a character earlier</source>
        <translation>Mulai satu huruf lebih awal</translation>
    </message>
    <message>
        <source>Start a character later</source>
        <translation>Mulai satu huruf lebih akhir</translation>
    </message>
    <message>
        <source>End a character earlier</source>
        <translation>Akhiri satu huruf lebih awal</translation>
    </message>
    <message>
        <source>End a character later</source>
        <translation>Akhiri satu huruf lebih akhir</translation>
    </message>
    <message>
        <source>Start a sentence earlier</source>
        <translation>Mulai satu kalimat lebih awal</translation>
    </message>
    <message>
        <source>Start a sentence later</source>
        <translation>Mulai satu kalimat lebih akhir</translation>
    </message>
    <message>
        <source>End a sentence earlier</source>
        <translation>Akhiri satu kalimat lebih awal</translation>
    </message>
    <message>
        <source>End a sentence later</source>
        <translation>Akhiri satu kalimat lebih akhir</translation>
    </message>
    <message>
        <source>New code</source>
        <translation>Kode baru</translation>
    </message>
    <message>
        <source>New code under this one</source>
        <translation>Kode baru di bawah ini</translation>
    </message>
    <message>
        <source>Rename the code</source>
        <translation>Ganti nama kode</translation>
    </message>
    <message>
        <source>Codebook entry</source>
        <translation>Isi buku kode</translation>
    </message>
    <message>
        <source>Colour of the code…</source>
        <translation>Warna kode…</translation>
    </message>
    <message>
        <source>Passages similar to the code’s…</source>
        <translation>Bagian yang mirip dengan isi kode…</translation>
    </message>
    <message>
        <source>Memos on the code</source>
        <translation>Memo tentang kode</translation>
    </message>
    <message>
        <source>Move the code up</source>
        <translation>Pindahkan kode ke atas</translation>
    </message>
    <message>
        <source>Move the code down</source>
        <translation>Pindahkan kode ke bawah</translation>
    </message>
    <message>
        <source>Put it under the code above</source>
        <translation>Letakkan di bawah kode di atasnya</translation>
    </message>
    <message>
        <source>Take it out by one level</source>
        <translation>Keluarkan satu tingkat</translation>
    </message>
    <message>
        <source>Merge codes…</source>
        <translation>Gabungkan kode…</translation>
    </message>
    <message>
        <source>Delete codes…</source>
        <translation>Hapus kode…</translation>
    </message>
    <message>
        <source>Correct the text…</source>
        <translation>Betulkan teks…</translation>
    </message>
    <message>
        <source>Summary of the source</source>
        <translation>Ringkasan sumber</translation>
    </message>
    <message>
        <source>Memos on the source</source>
        <translation>Memo tentang sumber</translation>
    </message>
    <message>
        <source>Larger letters</source>
        <translation>Huruf lebih besar</translation>
    </message>
    <message>
        <source>Smaller letters</source>
        <translation>Huruf lebih kecil</translation>
    </message>
    <message>
        <source>Letters as they were</source>
        <translation>Huruf seperti semula</translation>
    </message>
    <message>
        <source>Stripes in the margin</source>
        <translation>Garis di tepi</translation>
    </message>
    <message>
        <source>Stripes by code</source>
        <translation>Garis menurut kode</translation>
    </message>
    <message>
        <source>Stripes by coder</source>
        <translation>Garis menurut pengode</translation>
    </message>
    <message>
        <source>Stripes by kind of coder</source>
        <translation>Garis menurut jenis pengode</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Sumber</translation>
    </message>
    <message>
        <source>Excerpts of the code</source>
        <translation>Kutipan kode</translation>
    </message>
    <message>
        <source>Codes</source>
        <translation>Kode</translation>
    </message>
    <message>
        <source>Filter the codes</source>
        <translation>Saring kode</translation>
    </message>
    <message>
        <source>Select</source>
        <translation>Pilih</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>Arah</translation>
    </message>
    <message>
        <source>Borders and pieces</source>
        <translation>Batas dan potongan</translation>
    </message>
    <message>
        <source>Place and colour</source>
        <translation>Tempat dan warna</translation>
    </message>
    <message>
        <source>Codes in the tree</source>
        <translation>Kode dalam pohon</translation>
    </message>
</context>
<context>
    <name>CodingStrip</name>
    <message>
        <source>Selected coding</source>
        <translation>Pengodean terpilih</translation>
    </message>
    <message>
        <source>What the excerpt says to the code</source>
        <translation>Apa kata kutipan tentang kode</translation>
    </message>
    <message>
        <source>Memo on this coding</source>
        <translation>Memo pada pengodean ini</translation>
    </message>
    <message>
        <source>Memo…</source>
        <translation>Memo…</translation>
    </message>
    <message>
        <source>Change the code (C)</source>
        <translation>Ganti kode (C)</translation>
    </message>
    <message>
        <source>Remove the coding (Delete)</source>
        <translation>Hapus pengodean (Delete)</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Tutup (Esc)</translation>
    </message>
</context>
<context>
    <name>CollectRoom</name>
    <message>
        <source>Sources</source>
        <translation>Sumber</translation>
    </message>
    <message>
        <source>Study</source>
        <translation>Studi</translation>
    </message>
    <message>
        <source>Research questions</source>
        <translation>Fokus penelitian</translation>
    </message>
    <message>
        <source>Sites</source>
        <translation>Lokasi</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>Kategori</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Peran</translation>
    </message>
    <message>
        <source>Informants</source>
        <translation>Informan</translation>
    </message>
    <message>
        <source>Instruments</source>
        <translation>Instrumen</translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation>Cakupan</translation>
    </message>
    <message>
        <source>Coders</source>
        <translation>Pengode</translation>
    </message>
    <message>
        <source>Attachments</source>
        <translation>Lampiran</translation>
    </message>
    <message>
        <source>Import a folder…</source>
        <translation>Impor folder…</translation>
    </message>
    <message>
        <source>Type or paste a text…</source>
        <translation>Ketik atau tempel teks…</translation>
    </message>
    <message>
        <source>Collect</source>
        <translation>Kumpulkan</translation>
    </message>
    <message numerus="yes">
        <source>%n source(s)</source>
        <translation><numerusform>%n sumber</numerusform></translation>
    </message>
    <message>
        <source>Import files</source>
        <translation>Impor berkas</translation>
    </message>
    <message>
        <source>Import a folder</source>
        <translation>Impor folder</translation>
    </message>
</context>
<context>
    <name>ColourButton</name>
    <message>
        <source>Colour</source>
        <translation>Warna</translation>
    </message>
    <message>
        <source>Choose a colour</source>
        <translation>Pilih warna</translation>
    </message>
</context>
<context>
    <name>ColourMenu</name>
    <message>
        <source>Other colour…</source>
        <translation>Warna lain…</translation>
    </message>
    <message>
        <source>Colour of the code</source>
        <translation>Warna kode</translation>
    </message>
</context>
<context>
    <name>ColumnChoices</name>
    <message>
        <source>Column {number}</source>
        <translation>Kolom {number}</translation>
    </message>
    <message>
        <source>Answer (text)</source>
        <translation>Jawaban (teks)</translation>
    </message>
    <message>
        <source>Informant</source>
        <translation>Informan</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>Lokasi</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Tanggal</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Judul</translation>
    </message>
    <message>
        <source>Attribute</source>
        <translation>Atribut</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>Tinggalkan</translation>
    </message>
</context>
<context>
    <name>ComparisonModel</name>
    <message>
        <source>{names} speak in both groups and are counted in one at most.</source>
        <translation>{names} berbicara dalam kedua kelompok dan paling banyak dihitung dalam satu.</translation>
    </message>
</context>
<context>
    <name>ComparisonPage</name>
    <message>
        <source>Swap the two groups</source>
        <translation>Tukar kedua kelompok</translation>
    </message>
    <message>
        <source>Copy table</source>
        <translation>Salin tabel</translation>
    </message>
    <message>
        <source>Two groups</source>
        <translation>Dua kelompok</translation>
    </message>
    <message>
        <source>Key, core, verification</source>
        <translation>Kunci, inti, verifikasi</translation>
    </message>
    <message>
        <source>Verifiers</source>
        <translation>Verifikator</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Menurut</translation>
    </message>
    <message>
        <source>Verifier</source>
        <translation>Verifikator</translation>
    </message>
    <message>
        <source>with</source>
        <translation>dengan</translation>
    </message>
    <message>
        <source>Keep as display</source>
        <translation>Simpan sebagai sajian</translation>
    </message>
    <message>
        <source>No codes yet</source>
        <translation>Belum ada kode</translation>
    </message>
    <message>
        <source>Once transcripts are coded, what two groups say is compared here.</source>
        <translation>Setelah transkrip dikodekan, perkataan dua kelompok dibandingkan di sini.</translation>
    </message>
    <message>
        <source>Go and code</source>
        <translation>Mulai mengode</translation>
    </message>
    <message>
        <source>{name} (role)</source>
        <translation>{name} (peran)</translation>
    </message>
    <message>
        <source>{name} (source category)</source>
        <translation>{name} (kategori sumber)</translation>
    </message>
    <message>
        <source>{name} (site)</source>
        <translation>{name} (lokasi)</translation>
    </message>
    <message>
        <source>{name} (month)</source>
        <translation>{name} (bulan)</translation>
    </message>
    <message>
        <source>{name} (informants)</source>
        <translation>{name} (informan)</translation>
    </message>
    <message>
        <source>{name} (sites)</source>
        <translation>{name} (lokasi)</translation>
    </message>
    <message>
        <source>Shared codes {shared} of {spoken} · Jaccard {index}</source>
        <translation>Kode bersama {shared} dari {spoken} · Jaccard {index}</translation>
    </message>
    <message>
        <source>Shared themes {shared} of {spoken} · Jaccard {index}</source>
        <translation>Tema bersama {shared} dari {spoken} · Jaccard {index}</translation>
    </message>
    <message>
        <source>Shared findings {shared} of {spoken} · Jaccard {index}</source>
        <translation>Temuan bersama {shared} dari {spoken} · Jaccard {index}</translation>
    </message>
    <message>
        <source>All verdicts</source>
        <translation>Semua simpulan</translation>
    </message>
    <message>
        <source>Nobody of this group speaks on it. Silence is not disagreement.</source>
        <translation>Tidak ada dari kelompok ini yang menyinggungnya. Tidak menyinggung bukan berarti menolak.</translation>
    </message>
    <message>
        <source>{group} on “{code}”</source>
        <translation>{group} tentang “{code}”</translation>
    </message>
    <message>
        <source>Kept among the displays</source>
        <translation>Tersimpan di antara sajian</translation>
    </message>
</context>
<context>
    <name>ComparisonTable</name>
    <message>
        <source>Comparison</source>
        <translation>Perbandingan</translation>
    </message>
</context>
<context>
    <name>ConfirmDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Batal</translation>
    </message>
</context>
<context>
    <name>ContextMenu</name>
    <message>
        <source>Copy</source>
        <translation>Salin</translation>
    </message>
    <message>
        <source>Trace this source</source>
        <translation>Lacak sumber ini</translation>
    </message>
    <message>
        <source>Borders</source>
        <translation>Batas</translation>
    </message>
    <message>
        <source>Trace this excerpt</source>
        <translation>Lacak kutipan ini</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Pindahkan</translation>
    </message>
</context>
<context>
    <name>Correcting</name>
    <message>
        <source>Coding “{name}”: {quote}</source>
        <translation>Pengodean “{name}”: {quote}</translation>
    </message>
    <message>
        <source>Evidence: {quote}</source>
        <translation>Bukti: {quote}</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation><numerusform>dan %n lagi</numerusform></translation>
    </message>
    <message>
        <source>Delete coded words?</source>
        <translation>Hapus kata-kata yang sudah dikode?</translation>
    </message>
    <message>
        <source>None of their words would be left. Undo brings all of it back.</source>
        <translation>Tak satu pun katanya akan tersisa. Urungkan mengembalikan semuanya.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Hapus</translation>
    </message>
</context>
<context>
    <name>CorrectionEditor</name>
    <message>
        <source>Words of the paragraph</source>
        <translation>Kata-kata paragraf</translation>
    </message>
    <message>
        <source>Ctrl+Enter saves, Esc leaves</source>
        <translation>Ctrl+Enter menyimpan, Esc meninggalkan</translation>
    </message>
    <message>
        <source>Codings, turns and evidence keep their words.</source>
        <translation>Pengodean, giliran bicara, dan bukti tetap memegang kata-katanya.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Batal</translation>
    </message>
    <message>
        <source>Save the text</source>
        <translation>Simpan teks</translation>
    </message>
</context>
<context>
    <name>Coverage</name>
    <message>
        <source>planned</source>
        <translation>direncanakan</translation>
    </message>
    <message>
        <source>done</source>
        <translation>terlaksana</translation>
    </message>
    <message>
        <source>asked</source>
        <translation>ditanya</translation>
    </message>
    <message>
        <source>not asked</source>
        <translation>tidak ditanya</translation>
    </message>
    <message>
        <source>nothing set</source>
        <translation>belum diisi</translation>
    </message>
</context>
<context>
    <name>CoveragePage</name>
    <message>
        <source>By instrument</source>
        <translation>Menurut instrumen</translation>
    </message>
    <message>
        <source>By research question</source>
        <translation>Menurut fokus penelitian</translation>
    </message>
    <message>
        <source>No informants yet</source>
        <translation>Belum ada informan</translation>
    </message>
    <message>
        <source>The coverage says of each informant what they were asked, and by what.</source>
        <translation>Cakupan menyebutkan apa yang ditanyakan kepada tiap informan, dan dengan apa.</translation>
    </message>
    <message>
        <source>Add informants</source>
        <translation>Tambah informan</translation>
    </message>
    <message>
        <source>No instruments yet</source>
        <translation>Belum ada instrumen</translation>
    </message>
    <message>
        <source>Interview guides, questionnaires and observation sheets come first.</source>
        <translation>Pedoman wawancara, kuesioner, dan lembar observasi diisi lebih dahulu.</translation>
    </message>
    <message>
        <source>Add instruments</source>
        <translation>Tambah instrumen</translation>
    </message>
    <message>
        <source>No research questions yet</source>
        <translation>Belum ada fokus penelitian</translation>
    </message>
    <message>
        <source>The coverage says which informant was asked about which question.</source>
        <translation>Cakupan menyebutkan informan mana yang ditanyai tentang fokus yang mana.</translation>
    </message>
    <message>
        <source>Add research questions</source>
        <translation>Tambah fokus penelitian</translation>
    </message>
</context>
<context>
    <name>CoverageView</name>
    <message>
        <source>Coverage</source>
        <translation>Cakupan</translation>
    </message>
    <message>
        <source>Whole column</source>
        <translation>Seluruh kolom</translation>
    </message>
    <message>
        <source>Whole row</source>
        <translation>Seluruh baris</translation>
    </message>
    <message>
        <source>nothing set</source>
        <translation>belum diisi</translation>
    </message>
</context>
<context>
    <name>CrossTable</name>
    <message>
        <source>Informants by two codes</source>
        <translation>Informan menurut dua kode</translation>
    </message>
    <message>
        <source>not {name}</source>
        <translation>bukan {name}</translation>
    </message>
</context>
<context>
    <name>DateButton</name>
    <message>
        <source>any</source>
        <translation>semua</translation>
    </message>
    <message>
        <source>from {day}</source>
        <translation>sejak {day}</translation>
    </message>
    <message>
        <source>until {day}</source>
        <translation>sampai {day}</translation>
    </message>
    <message>
        <source>Date: {days}</source>
        <translation>Tanggal: {days}</translation>
    </message>
</context>
<context>
    <name>Dendrogram</name>
    <message>
        <source>Dendrogram of codes</source>
        <translation>Dendrogram kode</translation>
    </message>
    <message>
        <source>Jaccard distance</source>
        <translation>Jarak Jaccard</translation>
    </message>
</context>
<context>
    <name>Directions</name>
    <message>
        <source>affirms</source>
        <translation>membenarkan</translation>
    </message>
    <message>
        <source>denies</source>
        <translation>menyangkal</translation>
    </message>
    <message>
        <source>mixed</source>
        <translation>campuran</translation>
    </message>
</context>
<context>
    <name>DisplayRoom</name>
    <message>
        <source>Save display…</source>
        <translation>Simpan penyajian…</translation>
    </message>
    <message>
        <source>Copy the table</source>
        <translation>Salin tabel</translation>
    </message>
    <message>
        <source>Display</source>
        <translation>Sajikan</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Konsep</translation>
    </message>
    <message>
        <source>{rows} rows · total {total}</source>
        <translation>{rows} baris · jumlah {total}</translation>
    </message>
    <message>
        <source>Nothing to display yet</source>
        <translation>Belum ada yang disajikan</translation>
    </message>
    <message>
        <source>A matrix counts coded excerpts. Code a transcript first, or change the filter.</source>
        <translation>Matriks menghitung kutipan yang dikode. Kode dahulu sebuah transkrip, atau ubah saringannya.</translation>
    </message>
    <message>
        <source>Excerpts</source>
        <translation>Kutipan</translation>
    </message>
    <message>
        <source>Network of factors</source>
        <translation>Jaringan faktor</translation>
    </message>
    <message>
        <source>Flow of steps</source>
        <translation>Alur langkah</translation>
    </message>
    <message>
        <source>Which codes? Ctrl+Enter ticks several</source>
        <translation>Kode mana? Ctrl+Enter memilih beberapa</translation>
    </message>
    <message>
        <source>Open in the transcript</source>
        <translation>Buka dalam transkrip</translation>
    </message>
    <message>
        <source>Add as evidence…</source>
        <translation>Tambahkan sebagai bukti…</translation>
    </message>
    <message>
        <source>all</source>
        <translation>semua</translation>
    </message>
    <message>
        <source>Save display</source>
        <translation>Simpan penyajian</translation>
    </message>
    <message>
        <source>Matrix</source>
        <translation>Matriks</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>Simpan sebagai</translation>
    </message>
    <message>
        <source>Saving {name}</source>
        <translation>Menyimpan {name}</translation>
    </message>
</context>
<context>
    <name>DisplaysList</name>
    <message>
        <source>Displays</source>
        <translation>Penyajian</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Baru</translation>
    </message>
    <message>
        <source>New matrix</source>
        <translation>Matriks baru</translation>
    </message>
    <message>
        <source>Informants × instruments</source>
        <translation>Informan × instrumen</translation>
    </message>
    <message>
        <source>Table to fill in</source>
        <translation>Tabel isian</translation>
    </message>
    <message>
        <source>Table of numbers</source>
        <translation>Tabel angka</translation>
    </message>
    <message>
        <source>Network of factors…</source>
        <translation>Jaringan faktor…</translation>
    </message>
    <message>
        <source>Flow of steps…</source>
        <translation>Alur langkah…</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabel</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Ganti nama</translation>
    </message>
    <message>
        <source>Make a copy</source>
        <translation>Buat salinan</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Hapus</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>Tilik made a mistake. What was saved is safe; the study can be used on. Please send the trace to the authors.</source>
        <translation>Tilik membuat kesalahan. Yang tersimpan tetap aman; studi dapat dipakai terus. Mohon kirim jejaknya kepada pembuat.</translation>
    </message>
    <message>
        <source>Copy trace</source>
        <translation>Salin jejak</translation>
    </message>
</context>
<context>
    <name>EvidenceCard</name>
    <message>
        <source>Note</source>
        <translation>Catatan</translation>
    </message>
    <message>
        <source>Take this evidence away</source>
        <translation>Ambil bukti ini dari temuan</translation>
    </message>
</context>
<context>
    <name>ExcerptActions</name>
    <message>
        <source>Open in the transcript</source>
        <translation>Buka dalam transkrip</translation>
    </message>
    <message>
        <source>Change the code…</source>
        <translation>Ganti kode…</translation>
    </message>
    <message>
        <source>Affirms</source>
        <translation>Membenarkan</translation>
    </message>
    <message>
        <source>Denies</source>
        <translation>Menyangkal</translation>
    </message>
    <message>
        <source>Mixed</source>
        <translation>Campuran</translation>
    </message>
    <message>
        <source>Add as evidence…</source>
        <translation>Tambahkan sebagai bukti…</translation>
    </message>
    <message>
        <source>Memos on the excerpt</source>
        <translation>Memo tentang kutipan</translation>
    </message>
    <message>
        <source>Remove the coding</source>
        <translation>Hapus pengodean</translation>
    </message>
</context>
<context>
    <name>ExcerptList</name>
    <message>
        <source>line {number}</source>
        <translation>baris {number}</translation>
    </message>
    <message>
        <source>Excerpts</source>
        <translation>Kutipan</translation>
    </message>
</context>
<context>
    <name>ExcerptMenu</name>
    <message>
        <source>Open in the transcript</source>
        <translation>Buka dalam transkrip</translation>
    </message>
    <message>
        <source>Copy quotation</source>
        <translation>Salin kutipan</translation>
    </message>
    <message>
        <source>Trace this excerpt</source>
        <translation>Lacak kutipan ini</translation>
    </message>
    <message>
        <source>Add to {label}: {claim}</source>
        <translation>Tambahkan pada {label}: {claim}</translation>
    </message>
    <message>
        <source>Add to a new finding…</source>
        <translation>Tambahkan pada temuan baru…</translation>
    </message>
</context>
<context>
    <name>ExcerptSide</name>
    <message>
        <source>Excerpts</source>
        <translation>Kutipan</translation>
    </message>
    <message>
        <source>Nothing is coded with it yet.</source>
        <translation>Belum ada yang dikodekan dengannya.</translation>
    </message>
    <message>
        <source>No excerpt of one overlaps an excerpt of the other.</source>
        <translation>Tidak ada kutipan dari yang satu yang bertumpang tindih dengan kutipan dari yang lain.</translation>
    </message>
</context>
<context>
    <name>ExcerptSource</name>
    <message>
        <source>Excerpts</source>
        <translation>Kutipan</translation>
    </message>
    <message>
        <source>No code has an excerpt yet.</source>
        <translation>Belum ada kode yang memiliki kutipan.</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Kode</translation>
    </message>
    <message>
        <source>Add selected</source>
        <translation>Tambahkan</translation>
    </message>
    <message>
        <source>This code has no excerpt yet.</source>
        <translation>Kode ini belum memiliki kutipan.</translation>
    </message>
</context>
<context>
    <name>ExcerptsPanel</name>
    <message>
        <source>Excerpts of the code</source>
        <translation>Kutipan kode</translation>
    </message>
    <message>
        <source>Excerpts</source>
        <translation>Kutipan</translation>
    </message>
    <message>
        <source>Choose a code at the right to read all that was coded with it.</source>
        <translation>Pilih kode di kanan untuk membaca semua yang dikode dengannya.</translation>
    </message>
    <message numerus="yes">
        <source>%n excerpt(s)</source>
        <translation><numerusform>%n kutipan</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n informant(s)</source>
        <translation><numerusform>%n informan</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n method(s)</source>
        <translation><numerusform>%n metode</numerusform></translation>
    </message>
    <message>
        <source>Nothing is coded with it yet: select words and drag them onto it.</source>
        <translation>Belum ada yang dikode dengannya: pilih kata dan seret ke sana.</translation>
    </message>
</context>
<context>
    <name>ExplanationPanel</name>
    <message>
        <source>Write a memo</source>
        <translation>Tulis memo</translation>
    </message>
    <message>
        <source>Override with a reason…</source>
        <translation>Tetapkan dengan alasan…</translation>
    </message>
    <message>
        <source>Let the computed verdict stand</source>
        <translation>Biarkan hasil hitungan berlaku</translation>
    </message>
    <message>
        <source>Revise the finding</source>
        <translation>Perbaiki temuan</translation>
    </message>
    <message>
        <source>Make a finding</source>
        <translation>Jadikan temuan</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>REFI-QDA project (.qdpx)</source>
        <translation>Proyek REFI-QDA (.qdpx)</translation>
    </message>
    <message>
        <source>Sources, codes, codings, cases and memos, for any program that knows the standard; all the rest beside it, for Tilik alone.</source>
        <translation>Sumber, kode, pengodean, kasus, dan memo, untuk program apa pun yang mengenal standarnya; selebihnya di sampingnya, hanya untuk Tilik.</translation>
    </message>
    <message>
        <source>REFI-QDA codebook (.qdc)</source>
        <translation>Buku kode REFI-QDA (.qdc)</translation>
    </message>
    <message>
        <source>The code tree with colours and descriptions, without a text.</source>
        <translation>Pohon kode dengan warna dan uraian, tanpa teks.</translation>
    </message>
    <message>
        <source>All tables as a workbook (.xlsx)</source>
        <translation>Semua tabel sebagai buku kerja (.xlsx)</translation>
    </message>
    <message>
        <source>A sheet for each table of the study.</source>
        <translation>Satu lembar untuk tiap tabel studi.</translation>
    </message>
    <message>
        <source>All tables as JSON (.json)</source>
        <translation>Semua tabel sebagai JSON (.json)</translation>
    </message>
    <message>
        <source>Every row of every table, for scripts.</source>
        <translation>Setiap baris dari setiap tabel, untuk skrip.</translation>
    </message>
    <message>
        <source>All tables as CSV, in a folder</source>
        <translation>Semua tabel sebagai CSV, dalam folder</translation>
    </message>
    <message>
        <source>A file for each table, for spreadsheets and statistics.</source>
        <translation>Satu berkas untuk tiap tabel, bagi lembar kerja dan statistik.</translation>
    </message>
    <message>
        <source>Export the study</source>
        <translation>Ekspor studi</translation>
    </message>
    <message>
        <source>Write to</source>
        <translation>Tulis ke</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Pilih…</translation>
    </message>
    <message>
        <source>Check for names…</source>
        <translation>Periksa nama…</translation>
    </message>
    <message>
        <source>List the names that would still be read in the file</source>
        <translation>Daftar nama yang masih akan terbaca dalam berkas</translation>
    </message>
    <message>
        <source>Show the folder</source>
        <translation>Tampilkan folder</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Ekspor</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Batal</translation>
    </message>
    <message>
        <source>Exporting {name}</source>
        <translation>Mengekspor {name}</translation>
    </message>
    <message>
        <source>Cancelled: nothing was written.</source>
        <translation>Dibatalkan: tidak ada yang ditulis.</translation>
    </message>
    <message>
        <source>Written: {path}</source>
        <translation>Tertulis: {path}</translation>
    </message>
</context>
<context>
    <name>FileActions</name>
    <message>
        <source>Open a study</source>
        <translation>Buka studi</translation>
    </message>
    <message>
        <source>Studies (*.tilik);;All files (*)</source>
        <translation>Studi (*.tilik);;Semua berkas (*)</translation>
    </message>
    <message>
        <source>Import files</source>
        <translation>Impor berkas</translation>
    </message>
    <message>
        <source>Import a folder</source>
        <translation>Impor folder</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>Simpan salinan</translation>
    </message>
    <message>
        <source>Studies (*.tilik)</source>
        <translation>Studi (*.tilik)</translation>
    </message>
    <message>
        <source>Saving a copy</source>
        <translation>Menyimpan salinan</translation>
    </message>
    <message>
        <source>Merge a copy of this study</source>
        <translation>Gabungkan salinan studi ini</translation>
    </message>
    <message>
        <source>Comparing the copies</source>
        <translation>Membandingkan salinan</translation>
    </message>
    <message>
        <source>Merge by names</source>
        <translation>Gabungkan menurut nama</translation>
    </message>
    <message>
        <source>Checking the study</source>
        <translation>Memeriksa studi</translation>
    </message>
    <message>
        <source>About Tilik</source>
        <translation>Tentang Tilik</translation>
    </message>
    <message>
        <source>Tilik – to look closely.

Qualitative research coding with triangulation of method and of source, from the transcript to the Word chapter.

Free software under the GNU General Public License, version 3 or later.</source>
        <translation>Tilik – melihat dengan teliti.

Pengodean penelitian kualitatif dengan triangulasi metode dan sumber, dari transkrip sampai bab Word.

Perangkat lunak bebas di bawah Lisensi Publik Umum GNU versi 3 atau yang lebih baru.</translation>
    </message>
</context>
<context>
    <name>FindField</name>
    <message>
        <source>Find words, codes, actions…   Ctrl+K</source>
        <translation>Cari kata, kode, tindakan…   Ctrl+K</translation>
    </message>
    <message>
        <source>Find words, codes, sources and actions</source>
        <translation>Cari kata, kode, sumber, dan tindakan</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Ditemukan</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Tidak ada yang ditemukan</translation>
    </message>
</context>
<context>
    <name>FindingBeside</name>
    <message>
        <source>Chain</source>
        <translation>Rantai</translation>
    </message>
    <message>
        <source>To judge</source>
        <translation>Ditimbang</translation>
    </message>
    <message>
        <source>By code</source>
        <translation>Per kode</translation>
    </message>
</context>
<context>
    <name>FindingDetail</name>
    <message>
        <source>See its triangulation</source>
        <translation>Lihat triangulasinya</translation>
    </message>
    <message>
        <source>Write a memo</source>
        <translation>Tulis memo</translation>
    </message>
    <message>
        <source>Delete the finding</source>
        <translation>Hapus temuan</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Focus</source>
        <translation>Fokus</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>Keyakinan</translation>
    </message>
    <message>
        <source>Why so confident</source>
        <translation>Alasan keyakinan</translation>
    </message>
    <message>
        <source>Why so confident, or why not yet?</source>
        <translation>Mengapa seyakin itu, atau mengapa belum?</translation>
    </message>
    <message>
        <source>Claim</source>
        <translation>Pernyataan</translation>
    </message>
    <message>
        <source>Rival explanation</source>
        <translation>Penjelasan tandingan</translation>
    </message>
    <message>
        <source>What else could explain this? What speaks for it, what against it?</source>
        <translation>Apa lagi yang dapat menjelaskannya? Apa yang mendukung, apa yang membantahnya?</translation>
    </message>
    <message>
        <source>Conclusion</source>
        <translation>Kesimpulan</translation>
    </message>
    <message>
        <source>What follows from the finding, as it will stand in the report</source>
        <translation>Apa yang disimpulkan dari temuan ini, sebagaimana akan tertulis dalam laporan</translation>
    </message>
    <message>
        <source>What was found, in one sentence; @ names a code or an excerpt</source>
        <translation>Apa yang ditemukan, dalam satu kalimat; @ menyebut kode atau kutipan</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Bukti</translation>
    </message>
    <message>
        <source>Drag excerpts here, or add them from any excerpt’s menu.</source>
        <translation>Seret kutipan ke sini, atau tambahkan dari menu kutipan mana pun.</translation>
    </message>
    <message>
        <source>Rivals</source>
        <translation>Tandingan</translation>
    </message>
    <message>
        <source>Tactics</source>
        <translation>Taktik</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Riwayat</translation>
    </message>
    <message>
        <source>none</source>
        <translation>tidak ada</translation>
    </message>
    <message>
        <source>Show more: {count}</source>
        <translation>Tampilkan lagi: {count}</translation>
    </message>
</context>
<context>
    <name>FindingPast</name>
    <message>
        <source>Nothing has changed yet.</source>
        <translation>Belum ada yang berubah.</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Claim</source>
        <translation>Pernyataan</translation>
    </message>
    <message>
        <source>Conclusion</source>
        <translation>Kesimpulan</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>Keyakinan</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>(kosong)</translation>
    </message>
</context>
<context>
    <name>FindingsList</name>
    <message>
        <source>Findings</source>
        <translation>Temuan</translation>
    </message>
</context>
<context>
    <name>FindingsModel</name>
    <message>
        <source>Without a focus</source>
        <translation>Tanpa fokus</translation>
    </message>
</context>
<context>
    <name>FindingsPage</name>
    <message>
        <source>No findings yet</source>
        <translation>Belum ada temuan</translation>
    </message>
    <message>
        <source>A finding answers a focus in one sentence. Drag excerpts onto it as evidence.</source>
        <translation>Temuan menjawab satu fokus dalam satu kalimat. Seret kutipan kepadanya sebagai bukti.</translation>
    </message>
    <message>
        <source>New finding</source>
        <translation>Temuan baru</translation>
    </message>
    <message>
        <source>Choose a finding.</source>
        <translation>Pilih sebuah temuan.</translation>
    </message>
    <message>
        <source>{count}: click the finding that they speak to, or write a new one.</source>
        <translation>{count}: klik temuan yang didukung atau dibantahnya, atau tulis yang baru.</translation>
    </message>
    <message>
        <source>“{quote}”: click the finding that it speaks to, or write a new one.</source>
        <translation>“{quote}”: klik temuan yang didukung atau dibantahnya, atau tulis temuan baru.</translation>
    </message>
    <message>
        <source>The excerpts of “{code}” will be the evidence of the new finding.</source>
        <translation>Kutipan dari “{code}” akan menjadi bukti temuan baru.</translation>
    </message>
    <message>
        <source>Delete this finding?</source>
        <translation>Hapus temuan ini?</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Hapus</translation>
    </message>
    <message>
        <source>See its triangulation</source>
        <translation>Lihat triangulasinya</translation>
    </message>
    <message>
        <source>Write a memo</source>
        <translation>Tulis memo</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Naikkan</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Turunkan</translation>
    </message>
</context>
<context>
    <name>FindingsPane</name>
    <message>
        <source>New finding</source>
        <translation>Temuan baru</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Temuan</translation>
    </message>
    <message>
        <source>What was found, in one sentence</source>
        <translation>Apa yang ditemukan, dalam satu kalimat</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Batal</translation>
    </message>
</context>
<context>
    <name>FormEditor</name>
    <message>
        <source>Back to the form</source>
        <translation>Kembali ke formulir</translation>
    </message>
    <message>
        <source>Every source or site of this kind has these fields. What was written in a field that is removed stays in the study.</source>
        <translation>Setiap sumber atau lokasi jenis ini memiliki isian berikut. Yang sudah ditulis dalam isian yang dihapus tetap tersimpan dalam studi.</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Isian</translation>
    </message>
    <message>
        <source>What to write there</source>
        <translation>Apa yang ditulis di sana</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>Isian</translation>
    </message>
    <message>
        <source>New field</source>
        <translation>Isian baru</translation>
    </message>
    <message>
        <source>Restore the fields</source>
        <translation>Pulihkan isian</translation>
    </message>
    <message>
        <source>Give this form the fields that it had at first</source>
        <translation>Kembalikan formulir ini ke isian awalnya</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Naikkan</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Turunkan</translation>
    </message>
    <message>
        <source>Fields of the form “{name}”</source>
        <translation>Isian formulir “{name}”</translation>
    </message>
</context>
<context>
    <name>FormsPane</name>
    <message>
        <source>Change the form</source>
        <translation>Ubah formulir</translation>
    </message>
    <message>
        <source>Read beside</source>
        <translation>Baca berdampingan</translation>
    </message>
    <message>
        <source>Show the text of the source beside its form</source>
        <translation>Tampilkan teks sumber di samping formulirnya</translation>
    </message>
    <message>
        <source>Open to code</source>
        <translation>Buka untuk mengode</translation>
    </message>
    <message>
        <source>Open this source where it is coded</source>
        <translation>Buka sumber ini di tempat pengodean</translation>
    </message>
    <message>
        <source>Nothing to sum up yet</source>
        <translation>Belum ada yang diringkas</translation>
    </message>
    <message>
        <source>Every interview, observation and document gets a summary here, and every site a case summary.</source>
        <translation>Setiap wawancara, observasi, dan dokumen mendapat ringkasan di sini, dan setiap lokasi mendapat ringkasan kasus.</translation>
    </message>
    <message>
        <source>Import sources</source>
        <translation>Impor sumber</translation>
    </message>
    <message>
        <source>{begun} of {total} forms begun</source>
        <translation>{begun} dari {total} formulir dimulai</translation>
    </message>
</context>
<context>
    <name>GridModel</name>
    <message>
        <source>No longer in the study: its cells stay until you remove it.</source>
        <translation>Tidak ada lagi dalam studi: selnya tetap ada sampai Anda menghapusnya.</translation>
    </message>
</context>
<context>
    <name>GridPane</name>
    <message>
        <source>No rows and columns yet</source>
        <translation>Belum ada baris dan kolom</translation>
    </message>
    <message>
        <source>Rows and columns are codes, roles, sites, informants, or your own words.</source>
        <translation>Baris dan kolom berupa kode, peran, lokasi, informan, atau kata-kata Anda sendiri.</translation>
    </message>
    <message>
        <source>Add rows</source>
        <translation>Tambah baris</translation>
    </message>
    <message>
        <source>Add columns</source>
        <translation>Tambah kolom</translation>
    </message>
    <message>
        <source>Cells are rated</source>
        <translation>Sel dinilai</translation>
    </message>
    <message>
        <source>none</source>
        <translation>tidak ada</translation>
    </message>
    <message>
        <source>Rating</source>
        <translation>Penilaian</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabel</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation><numerusform>%n baris</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n filled cell(s)</source>
        <translation><numerusform>%n sel terisi</numerusform></translation>
    </message>
    <message>
        <source>Put into the cell</source>
        <translation>Masukkan ke dalam sel</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Ganti nama…</translation>
    </message>
    <message>
        <source>Move before</source>
        <translation>Pindahkan ke sebelumnya</translation>
    </message>
    <message>
        <source>Move after</source>
        <translation>Pindahkan ke sesudahnya</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Hapus</translation>
    </message>
    <message>
        <source>Group…</source>
        <translation>Kelompok…</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Ganti nama</translation>
    </message>
    <message>
        <source>Words of the heading</source>
        <translation>Kata-kata pada judul</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Kelompok</translation>
    </message>
    <message>
        <source>Group of this row, such as the category of a programme</source>
        <translation>Kelompok baris ini, misalnya kategori program</translation>
    </message>
</context>
<context>
    <name>GroupStrip</name>
    <message>
        <source>New group</source>
        <translation>Kelompok baru</translation>
    </message>
    <message>
        <source>Name of the group</source>
        <translation>Nama kelompok</translation>
    </message>
    <message>
        <source>A theme, at the top</source>
        <translation>Tema, di tingkat teratas</translation>
    </message>
    <message>
        <source>Definition: what holds these codes together</source>
        <translation>Definisi: apa yang menyatukan kode-kode ini</translation>
    </message>
    <message>
        <source>Definition</source>
        <translation>Definisi</translation>
    </message>
    <message>
        <source>Make group</source>
        <translation>Buat kelompok</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Batal</translation>
    </message>
    <message numerus="yes">
        <source>New group of %n code(s)</source>
        <translation><numerusform>Kelompok baru dari %n kode</numerusform></translation>
    </message>
    <message>
        <source>New group without codes</source>
        <translation>Kelompok baru tanpa kode</translation>
    </message>
    <message>
        <source>A category in {name}</source>
        <translation>Kategori dalam {name}</translation>
    </message>
</context>
<context>
    <name>HeadOffers</name>
    <message>
        <source>Codes…</source>
        <translation>Kode…</translation>
    </message>
    <message>
        <source>All codes under one…</source>
        <translation>Semua kode di bawah satu kode…</translation>
    </message>
    <message>
        <source>All methods</source>
        <translation>Semua metode</translation>
    </message>
    <message>
        <source>All roles</source>
        <translation>Semua peran</translation>
    </message>
    <message>
        <source>All source categories</source>
        <translation>Semua kategori sumber</translation>
    </message>
    <message>
        <source>All sites</source>
        <translation>Semua lokasi</translation>
    </message>
    <message>
        <source>All informants</source>
        <translation>Semua informan</translation>
    </message>
    <message>
        <source>All sources</source>
        <translation>Semua sumber</translation>
    </message>
    <message>
        <source>Own words…</source>
        <translation>Kata-kata sendiri…</translation>
    </message>
    <message>
        <source>Under which code?</source>
        <translation>Di bawah kode mana?</translation>
    </message>
    <message>
        <source>Which codes?</source>
        <translation>Kode mana?</translation>
    </message>
    <message>
        <source>Own words</source>
        <translation>Kata-kata sendiri</translation>
    </message>
    <message>
        <source>One heading a line</source>
        <translation>Satu judul per baris</translation>
    </message>
</context>
<context>
    <name>Heading</name>
    <message>
        <source>Summary</source>
        <translation>Ringkasan</translation>
    </message>
    <message>
        <source>Contact or document summary of this source</source>
        <translation>Ringkasan kontak atau dokumen sumber ini</translation>
    </message>
    <message>
        <source>Memos</source>
        <translation>Memo</translation>
    </message>
    <message>
        <source>Memos on this source</source>
        <translation>Memo tentang sumber ini</translation>
    </message>
</context>
<context>
    <name>HeadingMenu</name>
    <message>
        <source>In the order of the study</source>
        <translation>Menurut urutan studi</translation>
    </message>
    <message>
        <source>By name</source>
        <translation>Menurut nama</translation>
    </message>
    <message>
        <source>Largest total first</source>
        <translation>Jumlah terbesar dahulu</translation>
    </message>
    <message>
        <source>Hide “{name}”</source>
        <translation>Sembunyikan “{name}”</translation>
    </message>
</context>
<context>
    <name>HistoryPanel</name>
    <message>
        <source>History</source>
        <translation>Riwayat</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
    <message>
        <source>Nothing is lost by going back: come forward again the same way.</source>
        <translation>Tidak ada yang hilang dengan mundur: maju lagi dengan cara yang sama.</translation>
    </message>
    <message>
        <source>Go to this moment</source>
        <translation>Ke saat ini</translation>
    </message>
</context>
<context>
    <name>HitsModel</name>
    <message>
        <source>Source</source>
        <translation>Sumber</translation>
    </message>
    <message>
        <source>Informant</source>
        <translation>Informan</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Sebelum</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Ditemukan</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Sesudah</translation>
    </message>
    <message>
        <source>{title}, line {line}</source>
        <translation>{title}, baris {line}</translation>
    </message>
</context>
<context>
    <name>HitsTable</name>
    <message>
        <source>Places found</source>
        <translation>Tempat yang ditemukan</translation>
    </message>
</context>
<context>
    <name>ImportDetail</name>
    <message>
        <source>What the columns hold</source>
        <translation>Isi setiap kolom</translation>
    </message>
    <message>
        <source>Who speaks</source>
        <translation>Siapa yang berbicara</translation>
    </message>
    <message>
        <source>How it begins</source>
        <translation>Awal teksnya</translation>
    </message>
    <message>
        <source>No file chosen</source>
        <translation>Belum ada berkas yang dipilih</translation>
    </message>
    <message numerus="yes">
        <source>%n source(s), one for each answer</source>
        <translation><numerusform>%n sumber, satu untuk setiap jawaban</numerusform></translation>
    </message>
</context>
<context>
    <name>ImportLines</name>
    <message>
        <source>State</source>
        <translation>Keadaan</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Kode</translation>
    </message>
    <message>
        <source>What changes</source>
        <translation>Yang berubah</translation>
    </message>
    <message>
        <source>new</source>
        <translation>baru</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>berubah</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>tetap</translation>
    </message>
</context>
<context>
    <name>ImportOutcome</name>
    <message>
        <source>What became of the import</source>
        <translation>Hasil impor</translation>
    </message>
    <message>
        <source>Copy the report</source>
        <translation>Salin laporan</translation>
    </message>
    <message>
        <source>Go to the sources</source>
        <translation>Ke daftar sumber</translation>
    </message>
    <message>
        <source>Did not come in:</source>
        <translation>Tidak masuk:</translation>
    </message>
    <message>
        <source>In:</source>
        <translation>Masuk:</translation>
    </message>
</context>
<context>
    <name>ImportPage</name>
    <message>
        <source>Import</source>
        <translation>Impor</translation>
    </message>
    <message>
        <source>Files to import</source>
        <translation>Berkas yang akan diimpor</translation>
    </message>
    <message>
        <source>Reading the files…</source>
        <translation>Membaca berkas…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Batal</translation>
    </message>
    <message>
        <source>Nothing here to import</source>
        <translation>Tidak ada yang dapat diimpor</translation>
    </message>
    <message>
        <source>There is no document, transcript or spreadsheet in what you chose.</source>
        <translation>Tidak ada dokumen, transkrip, atau lembar kerja dalam pilihan Anda.</translation>
    </message>
    <message>
        <source>Reading the files</source>
        <translation>Membaca berkas</translation>
    </message>
    <message>
        <source>Importing…</source>
        <translation>Mengimpor…</translation>
    </message>
    <message>
        <source>Importing</source>
        <translation>Mengimpor</translation>
    </message>
    <message>
        <source>Check before importing</source>
        <translation>Periksa sebelum mengimpor</translation>
    </message>
    <message>
        <source>Filter files…</source>
        <translation>Saring berkas…</translation>
    </message>
    <message>
        <source>How far it is stands in the status line. Other rooms can be used.</source>
        <translation>Kemajuannya tampak di baris status. Ruang lain tetap dapat dipakai.</translation>
    </message>
    <message numerus="yes">
        <source>%n with something in the way</source>
        <translation><numerusform>%n masih terhalang</numerusform></translation>
    </message>
    <message>
        <source>Give all selected rows this {column}</source>
        <translation>Samakan untuk semua baris terpilih: {column}</translation>
    </message>
    <message>
        <source>Back to the sources</source>
        <translation>Kembali ke sumber</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) to import</source>
        <translation><numerusform>%n berkas akan diimpor</numerusform></translation>
    </message>
</context>
<context>
    <name>InformantsPage</name>
    <message>
        <source>One or more; the first counts where a source says nothing else.</source>
        <translation>Satu atau lebih; yang pertama berlaku bila sumber tidak menyebut lain.</translation>
    </message>
    <message>
        <source>The codes of the informants whose words this one can confirm.</source>
        <translation>Kode informan yang ucapannya dapat dikonfirmasi oleh informan ini.</translation>
    </message>
    <message>
        <source>As in: gender: f; years: 12</source>
        <translation>Misalnya: jenis kelamin: p; masa kerja: 12</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Kode</translation>
    </message>
    <message>
        <source>Pseudonym</source>
        <translation>Nama samaran</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>Jabatan</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategori</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Peran</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>Lokasi</translation>
    </message>
    <message>
        <source>Verifies</source>
        <translation>Memverifikasi</translation>
    </message>
    <message>
        <source>Attributes</source>
        <translation>Atribut</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Catatan</translation>
    </message>
    <message>
        <source>Informants</source>
        <translation>Informan</translation>
    </message>
    <message>
        <source>New informant</source>
        <translation>Informan baru</translation>
    </message>
    <message>
        <source>Who speaks in the study. Copy a list from a spreadsheet and paste it here.</source>
        <translation>Siapa yang berbicara dalam studi. Salin daftar dari lembar kerja dan tempel di sini.</translation>
    </message>
</context>
<context>
    <name>InstrumentsPage</name>
    <message>
        <source>Instrument</source>
        <translation>Instrumen</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Metode</translation>
    </message>
    <message>
        <source>Instruments</source>
        <translation>Instrumen</translation>
    </message>
    <message>
        <source>New instrument</source>
        <translation>Instrumen baru</translation>
    </message>
    <message>
        <source>Interview guides, questionnaires, observation sheets.</source>
        <translation>Pedoman wawancara, kuesioner, lembar observasi.</translation>
    </message>
    <message>
        <source>Instrument {number}</source>
        <translation>Instrumen {number}</translation>
    </message>
</context>
<context>
    <name>ItemForm</name>
    <message>
        <source>Write it in my words</source>
        <translation>Tulis dengan kata-kata saya</translation>
    </message>
    <message>
        <source>What the report says</source>
        <translation>Yang dikatakan laporan</translation>
    </message>
    <message>
        <source>Page of the report</source>
        <translation>Halaman laporan</translation>
    </message>
</context>
<context>
    <name>JudgePane</name>
    <message>
        <source>Evidence to judge</source>
        <translation>Bukti untuk ditimbang</translation>
    </message>
    <message>
        <source>Add (A)</source>
        <translation>Tambah (A)</translation>
    </message>
    <message>
        <source>A adds it as suggested; S, C and Q: supports, contradicts, qualifies.</source>
        <translation>A menambahkannya sesuai saran; S, C, dan Q: mendukung, bertentangan, membatasi.</translation>
    </message>
    <message>
        <source>Dismiss (D)</source>
        <translation>Kesampingkan (D)</translation>
    </message>
    <message numerus="yes">
        <source>%n dismissed: offer again</source>
        <translation><numerusform>%n dikesampingkan: tawarkan lagi</numerusform></translation>
    </message>
    <message>
        <source>The claim names {codes}.</source>
        <translation>Klaim menyebut {codes}.</translation>
    </message>
    <message>
        <source>Coded like its evidence: {codes}.</source>
        <translation>Berkode sama dengan buktinya: {codes}.</translation>
    </message>
    <message numerus="yes">
        <source>%n excerpt(s) against it.</source>
        <translation><numerusform>%n kutipan menentangnya.</numerusform></translation>
    </message>
    <message>
        <source>All that is coded so has been judged.</source>
        <translation>Semua yang berkode demikian sudah ditimbang.</translation>
    </message>
    <message>
        <source>Name a code in the claim by @ to see all that is coded with it.</source>
        <translation>Sebutkan kode dalam klaim dengan @ untuk melihat semua yang dikode dengannya.</translation>
    </message>
</context>
<context>
    <name>KeysDialog</name>
    <message>
        <source>Keys</source>
        <translation>Tombol pintas</translation>
    </message>
    <message>
        <source>Find an action</source>
        <translation>Cari tindakan</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Tindakan</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Tombol</translation>
    </message>
    <message>
        <source>New key</source>
        <translation>Tombol baru</translation>
    </message>
    <message>
        <source>Press the key</source>
        <translation>Tekan tombolnya</translation>
    </message>
    <message>
        <source>As it came</source>
        <translation>Seperti semula</translation>
    </message>
    <message>
        <source>All as they came</source>
        <translation>Semua seperti semula</translation>
    </message>
    <message>
        <source>{names} has no such key any more.</source>
        <translation>{names} tidak lagi memakai tombol itu.</translation>
    </message>
</context>
<context>
    <name>LikelyCodes</name>
    <message>
        <source>Words like these were coded with</source>
        <translation>Kata seperti ini pernah diberi kode</translation>
    </message>
    <message>
        <source>Do not offer this code for these words again</source>
        <translation>Jangan tawarkan lagi kode ini untuk kata ini</translation>
    </message>
</context>
<context>
    <name>LimitBar</name>
    <message>
        <source>all</source>
        <translation>semua</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Metode</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Peran</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>Lokasi</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Sumber</translation>
    </message>
    <message>
        <source>any</source>
        <translation>semua</translation>
    </message>
    <message>
        <source>coded</source>
        <translation>sudah dikode</translation>
    </message>
    <message>
        <source>not coded</source>
        <translation>belum dikode</translation>
    </message>
    <message>
        <source>Coding</source>
        <translation>Pengodean</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Menurut</translation>
    </message>
    <message>
        <source>anyone</source>
        <translation>siapa pun</translation>
    </message>
    <message>
        <source>No limits</source>
        <translation>Tanpa batasan</translation>
    </message>
</context>
<context>
    <name>LimitsBar</name>
    <message>
        <source>all</source>
        <translation>semua</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Sumber</translation>
    </message>
    <message>
        <source>Informant</source>
        <translation>Informan</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Metode</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Peran</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategori</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>Lokasi</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>Arah</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Bobot</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Menurut</translation>
    </message>
    <message>
        <source>Attributes</source>
        <translation>Atribut</translation>
    </message>
    <message>
        <source>Words in summaries and memos</source>
        <translation>Kata dalam ringkasan dan memo</translation>
    </message>
    <message>
        <source>also what was set aside</source>
        <translation>juga yang disisihkan</translation>
    </message>
    <message>
        <source>No limits</source>
        <translation>Tanpa batasan</translation>
    </message>
</context>
<context>
    <name>LineActions</name>
    <message>
        <source>Open in the transcript</source>
        <translation>Buka dalam transkrip</translation>
    </message>
    <message>
        <source>Copy with the citation</source>
        <translation>Salin dengan rujukan</translation>
    </message>
    <message>
        <source>Write the summary</source>
        <translation>Tulis ringkasan</translation>
    </message>
    <message>
        <source>Write the memo</source>
        <translation>Tulis memo</translation>
    </message>
    <message>
        <source>Change the code…</source>
        <translation>Ganti kode…</translation>
    </message>
    <message>
        <source>Add as evidence…</source>
        <translation>Tambahkan sebagai bukti…</translation>
    </message>
    <message>
        <source>Remove the coding</source>
        <translation>Hapus pengodean</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>Arah</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Bobot</translation>
    </message>
</context>
<context>
    <name>LinesDelegate</name>
    <message>
        <source>Summary</source>
        <translation>Ringkasan</translation>
    </message>
    <message>
        <source>Memo</source>
        <translation>Memo</translation>
    </message>
    <message>
        <source>Enter keeps it, Shift+Enter begins a line</source>
        <translation>Enter menyimpannya, Shift+Enter memulai baris</translation>
    </message>
</context>
<context>
    <name>LinesModel</name>
    <message>
        <source>Code</source>
        <translation>Kode</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Kata-kata</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Di mana</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Ringkasan</translation>
    </message>
    <message>
        <source>Memo</source>
        <translation>Memo</translation>
    </message>
</context>
<context>
    <name>LinesTable</name>
    <message>
        <source>Retrieved excerpts</source>
        <translation>Kutipan yang diambil</translation>
    </message>
</context>
<context>
    <name>Looking</name>
    <message>
        <source>Which codings are seen</source>
        <translation>Pengodean mana yang terlihat</translation>
    </message>
    <message>
        <source>Only my codings</source>
        <translation>Hanya pengodean saya</translation>
    </message>
    <message>
        <source>Chosen codes only</source>
        <translation>Hanya kode terpilih</translation>
    </message>
    <message>
        <source>Some coders</source>
        <translation>Sebagian pengode</translation>
    </message>
    <message>
        <source>All codings</source>
        <translation>Semua pengodean</translation>
    </message>
    <message>
        <source>Only my codings (blind coding)</source>
        <translation>Hanya pengodean saya (pengodean buta)</translation>
    </message>
    <message>
        <source>Only the chosen codes</source>
        <translation>Hanya kode yang dipilih</translation>
    </message>
    <message>
        <source>Coders</source>
        <translation>Pengode</translation>
    </message>
</context>
<context>
    <name>Losses</name>
    <message>
        <source>{what}: deleted as well</source>
        <translation>{what}: ikut dihapus</translation>
    </message>
    <message>
        <source>{what}: kept, without it</source>
        <translation>{what}: tetap ada, tanpa kaitan ini</translation>
    </message>
    <message>
        <source>%n informant(s)</source>
        <translation>%n informan</translation>
    </message>
    <message>
        <source>%n role(s) of informants</source>
        <translation>%n peran informan</translation>
    </message>
    <message>
        <source>%n tie(s) of verification</source>
        <translation>%n kaitan verifikasi</translation>
    </message>
    <message>
        <source>%n part(s) taken in sources</source>
        <translation>%n keikutsertaan dalam sumber</translation>
    </message>
    <message>
        <source>%n source(s)</source>
        <translation>%n sumber</translation>
    </message>
    <message>
        <source>%n turn(s) of speech</source>
        <translation>%n giliran bicara</translation>
    </message>
    <message>
        <source>%n excerpt(s)</source>
        <translation>%n kutipan</translation>
    </message>
    <message>
        <source>%n cell(s) of the coverage</source>
        <translation>%n sel cakupan</translation>
    </message>
    <message>
        <source>%n code(s)</source>
        <translation>%n kode</translation>
    </message>
    <message>
        <source>%n coding(s)</source>
        <translation>%n pengodean</translation>
    </message>
    <message>
        <source>%n finding(s)</source>
        <translation>%n temuan</translation>
    </message>
    <message>
        <source>%n piece(s) of evidence</source>
        <translation>%n bukti</translation>
    </message>
    <message>
        <source>%n cell(s) of the data accounting</source>
        <translation>%n sel neraca data</translation>
    </message>
    <message>
        <source>%n filled form(s)</source>
        <translation>%n formulir terisi</translation>
    </message>
    <message>
        <source>%n correction(s) of a text</source>
        <translation>%n pembetulan teks</translation>
    </message>
    <message>
        <source>%n refused suggestion(s)</source>
        <translation>%n saran yang ditolak</translation>
    </message>
    <message>
        <source>%n attachment(s)</source>
        <translation>%n lampiran</translation>
    </message>
    <message>
        <source>%n selection(s) in attachments</source>
        <translation>%n bagian lampiran</translation>
    </message>
    <message>
        <source>%n coding(s) in attachments</source>
        <translation>%n pengodean pada lampiran</translation>
    </message>
    <message>
        <source>%n check(s) of findings</source>
        <translation>%n pemeriksaan temuan</translation>
    </message>
    <message>
        <source>%n member check(s)</source>
        <translation>%n member check</translation>
    </message>
    <message>
        <source>%n piece(s) of evidence for rivals</source>
        <translation>%n bukti penjelasan tandingan</translation>
    </message>
    <message>
        <source>%n verdict(s) set by hand</source>
        <translation>%n putusan yang ditetapkan sendiri</translation>
    </message>
    <message>
        <source>%n table(s) of numbers</source>
        <translation>%n tabel angka</translation>
    </message>
    <message>
        <source>%n item(s) with numbers</source>
        <translation>%n butir berangka</translation>
    </message>
    <message>
        <source>%n answer(s) to items</source>
        <translation>%n jawaban atas butir</translation>
    </message>
    <message>
        <source>%n number(s) as evidence</source>
        <translation>%n angka sebagai bukti</translation>
    </message>
    <message>
        <source>%n settled disagreement(s)</source>
        <translation>%n perbedaan yang diselesaikan</translation>
    </message>
    <message>
        <source>%n memo(s)</source>
        <translation>%n memo</translation>
    </message>
</context>
<context>
    <name>MarkedEdit</name>
    <message>
        <source>What can be named</source>
        <translation>Yang dapat disebut</translation>
    </message>
</context>
<context>
    <name>MatrixModel</name>
    <message>
        <source>Total</source>
        <translation>Jumlah</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>dan {count} lagi</translation>
    </message>
</context>
<context>
    <name>MatrixTable</name>
    <message>
        <source>Matrix</source>
        <translation>Matriks</translation>
    </message>
    <message>
        <source>Open the excerpts</source>
        <translation>Buka kutipan</translation>
    </message>
    <message>
        <source>Copy the selected cells</source>
        <translation>Salin sel terpilih</translation>
    </message>
</context>
<context>
    <name>MembersPage</name>
    <message>
        <source>Informant</source>
        <translation>Informan</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>Jabatan</translation>
    </message>
    <message>
        <source>Claims</source>
        <translation>Klaim</translation>
    </message>
    <message>
        <source>Asked</source>
        <translation>Ditanyakan</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Dijawab</translation>
    </message>
    <message>
        <source>Informants</source>
        <translation>Informan</translation>
    </message>
    <message>
        <source>Claim as it was shown</source>
        <translation>Klaim sebagaimana ditunjukkan</translation>
    </message>
    <message>
        <source>Asked on</source>
        <translation>Ditanyakan pada</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Jawaban</translation>
    </message>
    <message>
        <source>In their own words</source>
        <translation>Dengan kata sendiri</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>Tindak lanjut</translation>
    </message>
    <message>
        <source>Answered on</source>
        <translation>Dijawab pada</translation>
    </message>
    <message>
        <source>Nothing laid before this informant yet</source>
        <translation>Belum ada yang diajukan kepada informan ini</translation>
    </message>
    <message>
        <source>Lay the claims that rest on their words before them, and note the answers.</source>
        <translation>Ajukan klaim yang bertumpu pada ucapan mereka, lalu catat jawabannya.</translation>
    </message>
    <message>
        <source>Lay the claims before them</source>
        <translation>Ajukan klaim</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Jawaban</translation>
    </message>
    <message>
        <source>Word sheet…</source>
        <translation>Lembar Word…</translation>
    </message>
    <message>
        <source>The claims and their own words, to tick and to write on</source>
        <translation>Klaim dan ucapan mereka, untuk ditandai dan ditulisi</translation>
    </message>
    <message>
        <source>Read a sheet…</source>
        <translation>Baca lembar…</translation>
    </message>
    <message>
        <source>Take in the answers of a sheet that was filled on a screen</source>
        <translation>Masukkan jawaban dari lembar yang diisi di layar</translation>
    </message>
    <message>
        <source>Further claim</source>
        <translation>Klaim lain</translation>
    </message>
    <message>
        <source>A claim that does not rest on their words</source>
        <translation>Klaim yang tidak bertumpu pada ucapan mereka</translation>
    </message>
    <message>
        <source>Take as evidence</source>
        <translation>Jadikan bukti</translation>
    </message>
    <message>
        <source>The answers become an interview of their own: who agrees supports the claim, a correction qualifies it, who disagrees contradicts it</source>
        <translation>Jawaban menjadi wawancara tersendiri: yang setuju mendukung klaim, perbaikan membatasinya, yang tidak setuju menyangkalnya</translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) taken as evidence.</source>
        <translation><numerusform>%n jawaban dijadikan bukti.</numerusform></translation>
    </message>
    <message>
        <source>Claims laid before informants: {asked}, answered: {answered}</source>
        <translation>Klaim yang diajukan kepada informan: {asked}, dijawab: {answered}</translation>
    </message>
    <message numerus="yes">
        <source>%n claim(s) read otherwise by now than when they were shown.</source>
        <translation><numerusform>%n klaim kini berbunyi lain daripada saat ditunjukkan.</numerusform></translation>
    </message>
    <message>
        <source>Take only these as evidence</source>
        <translation>Jadikan hanya ini bukti</translation>
    </message>
    <message>
        <source>Word sheet</source>
        <translation>Lembar Word</translation>
    </message>
    <message>
        <source>Read a sheet</source>
        <translation>Baca lembar</translation>
    </message>
    <message>
        <source>Answers taken in: {answered} of {claims}.</source>
        <translation>Jawaban dimasukkan: {answered} dari {claims}.</translation>
    </message>
</context>
<context>
    <name>MemoForm</name>
    <message>
        <source>Kind of memo</source>
        <translation>Jenis memo</translation>
    </message>
    <message>
        <source>Title (else the first line)</source>
        <translation>Judul (atau baris pertama)</translation>
    </message>
    <message>
        <source>Title of the memo</source>
        <translation>Judul memo</translation>
    </message>
    <message>
        <source>Words of the memo</source>
        <translation>Isi memo</translation>
    </message>
    <message>
        <source>What strikes you here? @ names a code, a source, a finding …</source>
        <translation>Apa yang menarik perhatian Anda di sini? @ menyebut kode, sumber, temuan …</translation>
    </message>
    <message>
        <source>Saved as you write</source>
        <translation>Tersimpan sambil Anda menulis</translation>
    </message>
    <message>
        <source>New memo</source>
        <translation>Memo baru</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Hapus</translation>
    </message>
    <message>
        <source>Analytic memo</source>
        <translation>Memo analitis</translation>
    </message>
    <message>
        <source>Methodological memo</source>
        <translation>Memo metodologis</translation>
    </message>
    <message>
        <source>Reflexive memo</source>
        <translation>Memo reflektif</translation>
    </message>
    <message>
        <source>Contact summary</source>
        <translation>Ringkasan kontak</translation>
    </message>
    <message>
        <source>Document summary</source>
        <translation>Ringkasan dokumen</translation>
    </message>
</context>
<context>
    <name>MemoList</name>
    <message>
        <source>Memos</source>
        <translation>Memo</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Judul</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Pada</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Jenis</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Tanggal</translation>
    </message>
</context>
<context>
    <name>MemoPanel</name>
    <message>
        <source>Memos</source>
        <translation>Memo</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
    <message>
        <source>Memos · {title}</source>
        <translation>Memo · {title}</translation>
    </message>
</context>
<context>
    <name>MemosPage</name>
    <message>
        <source>New memo on the study</source>
        <translation>Memo baru tentang studi</translation>
    </message>
    <message>
        <source>Save the listed memos…</source>
        <translation>Simpan memo yang terdaftar…</translation>
    </message>
    <message>
        <source>Words of memos…</source>
        <translation>Kata dalam memo…</translation>
    </message>
    <message>
        <source>all</source>
        <translation>semua</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Jenis</translation>
    </message>
    <message>
        <source>Coder</source>
        <translation>Pengode</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Simpan sebagai…</translation>
    </message>
    <message>
        <source>New memo</source>
        <translation>Memo baru</translation>
    </message>
    <message>
        <source>No memo here</source>
        <translation>Tidak ada memo di sini</translation>
    </message>
    <message>
        <source>Memos stand on sources, codes, excerpts, findings, or on the whole study.</source>
        <translation>Memo melekat pada sumber, kode, kutipan, temuan, atau pada seluruh studi.</translation>
    </message>
    <message>
        <source>Memo</source>
        <translation>Memo</translation>
    </message>
    <message numerus="yes">
        <source>%n memo(s)</source>
        <translation><numerusform>%n memo</numerusform></translation>
    </message>
    <message>
        <source>On the whole study</source>
        <translation>Tentang seluruh studi</translation>
    </message>
    <message>
        <source>Memos</source>
        <translation>Memo</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>Simpan sebagai</translation>
    </message>
    <message>
        <source>Word document (*.docx)</source>
        <translation>Dokumen Word (*.docx)</translation>
    </message>
    <message>
        <source>Saving {name}</source>
        <translation>Menyimpan {name}</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Berkas</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Sunting</translation>
    </message>
    <message>
        <source>&amp;Study</source>
        <translation>S&amp;tudi</translation>
    </message>
    <message>
        <source>&amp;Code</source>
        <translation>&amp;Kode</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Tampilan</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Bantuan</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Urungkan</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Ulangi</translation>
    </message>
    <message>
        <source>New study…</source>
        <translation>Studi baru…</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Buka…</translation>
    </message>
    <message>
        <source>Open recent</source>
        <translation>Buka yang terakhir</translation>
    </message>
    <message>
        <source>Open the sample study</source>
        <translation>Buka studi contoh</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Impor…</translation>
    </message>
    <message>
        <source>Import a folder…</source>
        <translation>Impor folder…</translation>
    </message>
    <message>
        <source>Merge a copy of this study…</source>
        <translation>Gabungkan salinan studi ini…</translation>
    </message>
    <message>
        <source>Export to Word…</source>
        <translation>Ekspor ke Word…</translation>
    </message>
    <message>
        <source>Export the study…</source>
        <translation>Ekspor studi…</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>Simpan salinan…</translation>
    </message>
    <message>
        <source>Restore a backup…</source>
        <translation>Pulihkan cadangan…</translation>
    </message>
    <message>
        <source>Check the study</source>
        <translation>Periksa studi</translation>
    </message>
    <message>
        <source>Close study</source>
        <translation>Tutup studi</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Keluar</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Riwayat</translation>
    </message>
    <message>
        <source>Find…</source>
        <translation>Cari…</translation>
    </message>
    <message>
        <source>Title and purpose…</source>
        <translation>Judul dan tujuan…</translation>
    </message>
    <message>
        <source>Research questions</source>
        <translation>Fokus penelitian</translation>
    </message>
    <message>
        <source>Sites</source>
        <translation>Lokasi</translation>
    </message>
    <message>
        <source>Source categories</source>
        <translation>Kategori sumber</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Peran</translation>
    </message>
    <message>
        <source>Informants</source>
        <translation>Informan</translation>
    </message>
    <message>
        <source>Instruments</source>
        <translation>Instrumen</translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation>Cakupan</translation>
    </message>
    <message>
        <source>Coders</source>
        <translation>Pengode</translation>
    </message>
    <message>
        <source>Collect</source>
        <translation>Kumpulkan</translation>
    </message>
    <message>
        <source>Reduce</source>
        <translation>Reduksi</translation>
    </message>
    <message>
        <source>Display</source>
        <translation>Sajikan</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>Verifikasi</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Laporkan</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Mengikuti sistem</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Terang</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Gelap</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Tema</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Bahasa</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Layar penuh</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tombol pintas</translation>
    </message>
    <message>
        <source>About Tilik</source>
        <translation>Tentang Tilik</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>Belum ada</translation>
    </message>
    <message>
        <source>Empty this list</source>
        <translation>Kosongkan daftar ini</translation>
    </message>
</context>
<context>
    <name>MergeDialog</name>
    <message>
        <source>Merge a copy of this study</source>
        <translation>Gabungkan salinan studi ini</translation>
    </message>
    <message>
        <source>What the merge does</source>
        <translation>Apa yang dilakukan penggabungan</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Apa</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Milik saya</translation>
    </message>
    <message>
        <source>Theirs</source>
        <translation>Milik mereka</translation>
    </message>
    <message>
        <source>All mine</source>
        <translation>Semua milik saya</translation>
    </message>
    <message>
        <source>All theirs</source>
        <translation>Semua milik mereka</translation>
    </message>
    <message>
        <source>Save the report…</source>
        <translation>Simpan laporan…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Batal</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Gabungkan</translation>
    </message>
    <message>
        <source>Tick what is to be taken from the copy where both sides changed it; the rest stays as it is here. One undo takes the whole merge back.</source>
        <translation>Centang yang diambil dari salinan jika kedua sisi mengubahnya; selebihnya tetap seperti di sini. Satu kali batalkan mengembalikan seluruh penggabungan.</translation>
    </message>
    <message>
        <source>One undo takes the whole merge back.</source>
        <translation>Satu kali batalkan mengembalikan seluruh penggabungan.</translation>
    </message>
    <message>
        <source>To know</source>
        <translation>Perlu diketahui</translation>
    </message>
    <message>
        <source>Merging “{name}”</source>
        <translation>Menggabungkan “{name}”</translation>
    </message>
    <message>
        <source>Merged. One undo takes it back.</source>
        <translation>Sudah digabungkan. Satu kali batalkan mengembalikannya.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
    <message>
        <source>Stopped: nothing was changed.</source>
        <translation>Dihentikan: tidak ada yang diubah.</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>Simpan laporan</translation>
    </message>
</context>
<context>
    <name>MissingPage</name>
    <message>
        <source>All foci</source>
        <translation>Semua fokus</translation>
    </message>
    <message>
        <source>Show what is settled</source>
        <translation>Tampilkan yang sudah beres</translation>
    </message>
    <message>
        <source>Questions for the field…</source>
        <translation>Pertanyaan untuk lapangan…</translation>
    </message>
    <message>
        <source>Interview questions by informant, as a Word file</source>
        <translation>Pertanyaan wawancara per informan, sebagai berkas Word</translation>
    </message>
    <message>
        <source>Focus</source>
        <translation>Fokus</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>Temuan</translation>
    </message>
    <message>
        <source>What is missing</source>
        <translation>Apa yang kurang</translation>
    </message>
    <message>
        <source>See the triangulation</source>
        <translation>Lihat triangulasi</translation>
    </message>
    <message numerus="yes">
        <source>%n to do</source>
        <translation><numerusform>%n yang perlu dilakukan</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n settled</source>
        <translation><numerusform>%n beres</numerusform></translation>
    </message>
    <message>
        <source>Without a focus</source>
        <translation>Tanpa fokus</translation>
    </message>
    <message>
        <source>Nothing is missing here</source>
        <translation>Tidak ada yang kurang di sini</translation>
    </message>
    <message>
        <source>All of it is settled. Tick the box above to see what was.</source>
        <translation>Semuanya sudah beres. Centang kotak di atas untuk melihat apa yang sudah beres.</translation>
    </message>
    <message>
        <source>Nothing to say yet</source>
        <translation>Belum ada yang dapat dikatakan</translation>
    </message>
    <message>
        <source>Once there are foci and findings, what would settle them is listed here.</source>
        <translation>Setelah ada fokus dan temuan, yang dapat memastikannya terdaftar di sini.</translation>
    </message>
    <message>
        <source>Go to the findings</source>
        <translation>Ke temuan</translation>
    </message>
    <message>
        <source>A question for the field</source>
        <translation>Pertanyaan untuk lapangan</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>Simpan sebagai</translation>
    </message>
    <message>
        <source>Questions for the field</source>
        <translation>Pertanyaan untuk lapangan</translation>
    </message>
</context>
<context>
    <name>NamedIn</name>
    <message>
        <source>Named in</source>
        <translation>Disebut dalam</translation>
    </message>
    <message>
        <source>Memos that name it</source>
        <translation>Memo yang menyebutnya</translation>
    </message>
</context>
<context>
    <name>NamesPage</name>
    <message>
        <source>Show pseudonyms in lists, displays and exports</source>
        <translation>Tampilkan nama samaran dalam daftar, sajian, dan ekspor</translation>
    </message>
    <message>
        <source>Look for names in the texts</source>
        <translation>Cari nama dalam teks</translation>
    </message>
    <message>
        <source>Check what an export would print…</source>
        <translation>Periksa apa yang akan dicetak ekspor…</translation>
    </message>
    <message>
        <source>Replace the chosen names for good…</source>
        <translation>Ganti nama yang dipilih selamanya…</translation>
    </message>
    <message>
        <source>Check an export…</source>
        <translation>Periksa ekspor…</translation>
    </message>
    <message>
        <source>List the names that would still be read in what an export prints</source>
        <translation>Daftar nama yang masih akan terbaca dalam hasil ekspor</translation>
    </message>
    <message>
        <source>Replace for good…</source>
        <translation>Ganti selamanya…</translation>
    </message>
    <message>
        <source>Replace the chosen names in the transcripts themselves</source>
        <translation>Ganti nama yang dipilih di dalam transkrip itu sendiri</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nama</translation>
    </message>
    <message>
        <source>Replaced by</source>
        <translation>Diganti dengan</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Jenis</translation>
    </message>
    <message>
        <source>In the texts</source>
        <translation>Dalam teks</translation>
    </message>
    <message>
        <source>No name is replaced yet</source>
        <translation>Belum ada nama yang diganti</translation>
    </message>
    <message>
        <source>Write a name and what is to stand for it, or take one from the right.</source>
        <translation>Tulis nama dan penggantinya, atau ambil dari sebelah kanan.</translation>
    </message>
    <message>
        <source>New name</source>
        <translation>Nama baru</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>Nama</translation>
    </message>
    <message numerus="yes">
        <source>%n name(s)</source>
        <translation><numerusform>%n nama</numerusform></translation>
    </message>
    <message>
        <source>Name {number}</source>
        <translation>Nama {number}</translation>
    </message>
    <message>
        <source>Looking for names</source>
        <translation>Mencari nama</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s)</source>
        <translation><numerusform>%n tempat</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n transcript(s)</source>
        <translation><numerusform>%n transkrip</numerusform></translation>
    </message>
    <message>
        <source>The names go from the transcripts themselves: {places} in {sources}. Codings keep their places. Undo brings the names back, and so do the history, the imported files and the backups: delete those too if nobody is ever to read the names.</source>
        <translation>Nama hilang dari transkrip itu sendiri: {places} dalam {sources}. Pengodean tetap di tempatnya. Urung mengembalikan nama, begitu pula riwayat, berkas yang diimpor, dan cadangan: hapus juga semuanya bila nama tidak boleh terbaca oleh siapa pun.</translation>
    </message>
    <message>
        <source>Replace names for good</source>
        <translation>Ganti nama selamanya</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ganti</translation>
    </message>
</context>
<context>
    <name>NetworkPane</name>
    <message>
        <source>Add codes…</source>
        <translation>Tambah kode…</translation>
    </message>
    <message>
        <source>Add words…</source>
        <translation>Tambah kata-kata…</translation>
    </message>
    <message>
        <source>Arrange</source>
        <translation>Tata ulang</translation>
    </message>
    <message>
        <source>All in sight</source>
        <translation>Tampilkan semua</translation>
    </message>
    <message>
        <source>Drag from a box's knob to another box to link them.</source>
        <translation>Seret dari tombol sebuah kotak ke kotak lain untuk menghubungkannya.</translation>
    </message>
    <message>
        <source>no sign</source>
        <translation>tanpa tanda</translation>
    </message>
    <message>
        <source>strengthens</source>
        <translation>memperkuat</translation>
    </message>
    <message>
        <source>weakens</source>
        <translation>melemahkan</translation>
    </message>
    <message>
        <source>Words on the arrow</source>
        <translation>Kata-kata pada panah</translation>
    </message>
    <message>
        <source>Why this link</source>
        <translation>Alasan hubungan ini</translation>
    </message>
    <message>
        <source>Why this link? A memo, or excerpts.</source>
        <translation>Mengapa ada hubungan ini? Memo, atau kutipan.</translation>
    </message>
    <message>
        <source>Excerpts</source>
        <translation>Kutipan</translation>
    </message>
    <message>
        <source>under the link</source>
        <translation>di bawah hubungan</translation>
    </message>
    <message>
        <source>of the first box</source>
        <translation>kotak pertama</translation>
    </message>
    <message>
        <source>of the second box</source>
        <translation>kotak kedua</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Dari</translation>
    </message>
    <message>
        <source>Sign</source>
        <translation>Tanda</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Ke</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Kata-kata</translation>
    </message>
    <message>
        <source>Memo</source>
        <translation>Memo</translation>
    </message>
    <message numerus="yes">
        <source>%n node(s)</source>
        <translation><numerusform>%n simpul</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n link(s)</source>
        <translation><numerusform>%n hubungan</numerusform></translation>
    </message>
    <message>
        <source>Which codes become boxes?</source>
        <translation>Kode mana menjadi kotak?</translation>
    </message>
    <message>
        <source>Add words</source>
        <translation>Tambah kata-kata</translation>
    </message>
    <message>
        <source>What does the box say?</source>
        <translation>Apa isi kotak itu?</translation>
    </message>
    <message>
        <source>Words of the box</source>
        <translation>Kata-kata pada kotak</translation>
    </message>
    <message>
        <source>Put under the link</source>
        <translation>Letakkan di bawah hubungan</translation>
    </message>
    <message>
        <source>Take from under the link</source>
        <translation>Ambil dari bawah hubungan</translation>
    </message>
    <message>
        <source>Add codes here…</source>
        <translation>Tambah kode di sini…</translation>
    </message>
    <message>
        <source>Add words here…</source>
        <translation>Tambah kata-kata di sini…</translation>
    </message>
    <message>
        <source>Turn the arrow round</source>
        <translation>Balik arah panah</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Hapus</translation>
    </message>
</context>
<context>
    <name>NetworkView</name>
    <message>
        <source>Network</source>
        <translation>Jaringan</translation>
    </message>
</context>
<context>
    <name>NewCodePopup</name>
    <message>
        <source>Name of the new code</source>
        <translation>Nama kode baru</translation>
    </message>
    <message>
        <source>Enter makes it; “Theme &gt; Code” makes both</source>
        <translation>Enter membuatnya; “Tema &gt; Kode” membuat keduanya</translation>
    </message>
    <message>
        <source>New code under “{name}”</source>
        <translation>Kode baru di bawah “{name}”</translation>
    </message>
    <message>
        <source>New code</source>
        <translation>Kode baru</translation>
    </message>
</context>
<context>
    <name>NewStudyDialog</name>
    <message>
        <source>New study</source>
        <translation>Studi baru</translation>
    </message>
    <message>
        <source>For example: KKG Gugus I Ciawi</source>
        <translation>Misalnya: KKG Gugus I Ciawi</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Pilih…</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Judul</translation>
    </message>
    <message>
        <source>Language of the report</source>
        <translation>Bahasa laporan</translation>
    </message>
    <message>
        <source>Who codes</source>
        <translation>Pengode</translation>
    </message>
    <message>
        <source>Kept in</source>
        <translation>Disimpan di</translation>
    </message>
    <message>
        <source>Make study</source>
        <translation>Buat studi</translation>
    </message>
    <message>
        <source>Study</source>
        <translation>Studi</translation>
    </message>
    <message>
        <source>Keep the study in</source>
        <translation>Simpan studi di</translation>
    </message>
    <message>
        <source>Studies (*.tilik)</source>
        <translation>Studi (*.tilik)</translation>
    </message>
</context>
<context>
    <name>NumbersBox</name>
    <message>
        <source>Numbers as evidence (R10)</source>
        <translation>Angka sebagai bukti (R10)</translation>
    </message>
    <message>
        <source>Add a number</source>
        <translation>Tambah angka</translation>
    </message>
    <message>
        <source>not confirmed</source>
        <translation>tidak dikonfirmasi</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Hapus</translation>
    </message>
    <message>
        <source>of the table itself</source>
        <translation>dari tabel itu sendiri</translation>
    </message>
    <message>
        <source>suggests nothing</source>
        <translation>tidak menyarankan apa pun</translation>
    </message>
    <message>
        <source>suggests: {stance}</source>
        <translation>menyarankan: {stance}</translation>
    </message>
</context>
<context>
    <name>OverrideDialog</name>
    <message>
        <source>Override the verdict</source>
        <translation>Tetapkan putusan sendiri</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Putusan</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Alasan</translation>
    </message>
    <message>
        <source>What does the rule not see? An examiner will read this beside the verdict.</source>
        <translation>Apa yang tidak terlihat oleh aturan? Penguji akan membacanya di samping putusan.</translation>
    </message>
    <message>
        <source>Computed: {verdict}. It stays beside yours, wherever that appears.</source>
        <translation>Hasil hitungan: {verdict}. Hasil itu tetap ada di samping putusan Anda, di mana pun tampil.</translation>
    </message>
    <message>
        <source>Override</source>
        <translation>Tetapkan</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Batal</translation>
    </message>
</context>
<context>
    <name>PairsMatrix</name>
    <message>
        <source>Pairs of codes</source>
        <translation>Pasangan kode</translation>
    </message>
</context>
<context>
    <name>PairsModel</name>
    <message numerus="yes">
        <source>%n excerpt(s)</source>
        <translation><numerusform>%n kutipan</numerusform></translation>
    </message>
    <message>
        <source>{count} of {all} excerpts of “{one}” overlap one of “{other}”</source>
        <translation>{count} dari {all} kutipan “{one}” bertumpang tindih dengan kutipan “{other}”</translation>
    </message>
    <message>
        <source>Jaccard over excerpts {share}</source>
        <translation>Jaccard atas kutipan {share}</translation>
    </message>
    <message>
        <source>Jaccard over informants {share}</source>
        <translation>Jaccard atas informan {share}</translation>
    </message>
</context>
<context>
    <name>PairsPane</name>
    <message>
        <source>No pairs yet</source>
        <translation>Belum ada pasangan</translation>
    </message>
    <message>
        <source>Once codes have excerpts, this shows which of them stand together.</source>
        <translation>Begitu kode memiliki kutipan, di sini terlihat kode mana yang muncul bersama.</translation>
    </message>
    <message>
        <source>Go and code</source>
        <translation>Mulai mengode</translation>
    </message>
    <message>
        <source>Strongest pairs</source>
        <translation>Pasangan terkuat</translation>
    </message>
    <message>
        <source>With the codes under each</source>
        <translation>Beserta kode di bawahnya</translation>
    </message>
    <message>
        <source>Coder</source>
        <translation>Pengode</translation>
    </message>
    <message>
        <source>all</source>
        <translation>semua</translation>
    </message>
    <message>
        <source>Overlapping excerpts</source>
        <translation>Kutipan bertumpang tindih</translation>
    </message>
    <message>
        <source>Jaccard over excerpts</source>
        <translation>Jaccard atas kutipan</translation>
    </message>
    <message>
        <source>Jaccard over informants</source>
        <translation>Jaccard atas informan</translation>
    </message>
    <message numerus="yes">
        <source>%n pair(s) of codes stand together</source>
        <translation><numerusform>%n pasangan kode muncul bersama</numerusform></translation>
    </message>
</context>
<context>
    <name>PairsView</name>
    <message>
        <source>both silent</source>
        <translation>keduanya diam</translation>
    </message>
    <message>
        <source>agreement</source>
        <translation>sepakat</translation>
    </message>
    <message>
        <source>partial agreement</source>
        <translation>sepakat sebagian</translation>
    </message>
    <message>
        <source>dissonance</source>
        <translation>bertentangan</translation>
    </message>
    <message>
        <source>one is silent</source>
        <translation>salah satu diam</translation>
    </message>
    <message>
        <source>Pairs: {pairs}.</source>
        <translation>Pasangan: {pairs}.</translation>
    </message>
    <message>
        <source>Convergence index {index}.</source>
        <translation>Indeks konvergensi {index}.</translation>
    </message>
</context>
<context>
    <name>PatternsPage</name>
    <message>
        <source>Board</source>
        <translation>Papan</translation>
    </message>
    <message>
        <source>Pairs</source>
        <translation>Pasangan</translation>
    </message>
    <message>
        <source>Clusters</source>
        <translation>Gugus</translation>
    </message>
    <message>
        <source>Choose a code on the board to read what was coded with it.</source>
        <translation>Pilih kode di papan untuk membaca apa yang dikodekan dengannya.</translation>
    </message>
    <message>
        <source>Choose a pair to read where both codes stand.</source>
        <translation>Pilih pasangan untuk membaca tempat kedua kode muncul.</translation>
    </message>
    <message>
        <source>Choose a group to read what was coded with its codes.</source>
        <translation>Pilih kelompok untuk membaca apa yang dikodekan dengan kode-kodenya.</translation>
    </message>
</context>
<context>
    <name>PictureView</name>
    <message>
        <source>Attachment as a picture</source>
        <translation>Lampiran sebagai gambar</translation>
    </message>
</context>
<context>
    <name>PieceCard</name>
    <message>
        <source>Take this evidence away</source>
        <translation>Ambil bukti ini dari temuan</translation>
    </message>
</context>
<context>
    <name>PlannedRows</name>
    <message>
        <source>In</source>
        <translation>Impor</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Berkas</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>Jenis</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Rujukan</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Judul</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Metode</translation>
    </message>
    <message>
        <source>Informants</source>
        <translation>Informan</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategori</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>Lokasi</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Tanggal</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>tidak dapat dibaca</translation>
    </message>
    <message>
        <source>coded spreadsheet</source>
        <translation>lembar kerja berkode</translation>
    </message>
    <message>
        <source>table, {count} rows</source>
        <translation>tabel, {count} baris</translation>
    </message>
    <message>
        <source>the same as {name}</source>
        <translation>sama dengan {name}</translation>
    </message>
    <message>
        <source>The same file as “{name}”.</source>
        <translation>Berkas yang sama dengan “{name}”.</translation>
    </message>
</context>
<context>
    <name>PreviewPane</name>
    <message>
        <source>Preview</source>
        <translation>Pratinjau</translation>
    </message>
    <message>
        <source>Preview of the section</source>
        <translation>Pratinjau bagian</translation>
    </message>
    <message>
        <source>working it out…</source>
        <translation>sedang disusun…</translation>
    </message>
    <message>
        <source>The preview shows the beginning; the report holds all of it.</source>
        <translation>Pratinjau menampilkan awalnya; laporan memuat semuanya.</translation>
    </message>
    <message>
        <source>Nothing to write here yet</source>
        <translation>Belum ada yang dapat ditulis di sini</translation>
    </message>
    <message>
        <source>The study holds nothing for this section, so the report leaves it out.</source>
        <translation>Studi belum memuat apa pun untuk bagian ini, jadi laporan melewatinya.</translation>
    </message>
    <message>
        <source>This section cannot be shown</source>
        <translation>Bagian ini tidak dapat ditampilkan</translation>
    </message>
</context>
<context>
    <name>ProgressStrip</name>
    <message>
        <source>Cancel</source>
        <translation>Batal</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} dari {total}</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Menghentikan…</translation>
    </message>
</context>
<context>
    <name>ProjectDialog</name>
    <message>
        <source>Project of another program</source>
        <translation>Proyek dari program lain</translation>
    </message>
    <message>
        <source>Reading the file…</source>
        <translation>Membaca berkas…</translation>
    </message>
    <message>
        <source>Open as a new study…</source>
        <translation>Buka sebagai studi baru…</translation>
    </message>
    <message>
        <source>Bring into this study</source>
        <translation>Masukkan ke studi ini</translation>
    </message>
    <message>
        <source>Save the report…</source>
        <translation>Simpan laporan…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Batal</translation>
    </message>
    <message>
        <source>Reading {name}</source>
        <translation>Membaca {name}</translation>
    </message>
    <message>
        <source>Written by {program}.</source>
        <translation>Ditulis oleh {program}.</translation>
    </message>
    <message>
        <source>Open it as a study of its own, or bring it into the open one?</source>
        <translation>Buka sebagai studi tersendiri, atau masukkan ke studi yang terbuka?</translation>
    </message>
    <message>
        <source>It opens as a study of its own.</source>
        <translation>Berkas ini dibuka sebagai studi tersendiri.</translation>
    </message>
    <message>
        <source>Remarks on the file itself</source>
        <translation>Catatan tentang berkas itu sendiri</translation>
    </message>
    <message>
        <source>The file holds nothing.</source>
        <translation>Berkas ini kosong.</translation>
    </message>
    <message>
        <source>New study</source>
        <translation>Studi baru</translation>
    </message>
    <message>
        <source>Studies (*.tilik)</source>
        <translation>Studi (*.tilik)</translation>
    </message>
    <message>
        <source>Bringing it in…</source>
        <translation>Memasukkan…</translation>
    </message>
    <message>
        <source>Bringing in {name}</source>
        <translation>Memasukkan {name}</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
    <message>
        <source>Nothing was brought in.</source>
        <translation>Tidak ada yang dimasukkan.</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>Simpan laporan</translation>
    </message>
    <message>
        <source>JSON (*.json);;Text (*.txt)</source>
        <translation>JSON (*.json);;Teks (*.txt)</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Menghentikan…</translation>
    </message>
</context>
<context>
    <name>Proposals</name>
    <message>
        <source>What may be names</source>
        <translation>Yang mungkin nama</translation>
    </message>
    <message>
        <source>Names in the texts</source>
        <translation>Nama dalam teks</translation>
    </message>
    <message>
        <source>Tilik looks through all transcripts, on this machine, for what may be names.</source>
        <translation>Tilik menelusuri semua transkrip, di komputer ini, untuk mencari yang mungkin nama.</translation>
    </message>
    <message>
        <source>Look for names</source>
        <translation>Cari nama</translation>
    </message>
    <message>
        <source>Take as names</source>
        <translation>Jadikan nama</translation>
    </message>
    <message>
        <source>Put the chosen ones into the table (Enter)</source>
        <translation>Masukkan yang dipilih ke tabel (Enter)</translation>
    </message>
    <message>
        <source>Not names</source>
        <translation>Bukan nama</translation>
    </message>
    <message>
        <source>Do not offer the chosen ones again (Delete)</source>
        <translation>Jangan tawarkan lagi yang dipilih (Delete)</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Cari lagi</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nama</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Kali</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Jenis</translation>
    </message>
    <message>
        <source>Stands first in</source>
        <translation>Pertama ada di</translation>
    </message>
</context>
<context>
    <name>QualityPage</name>
    <message>
        <source>Five standards</source>
        <translation>Lima standar</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Ekspor…</translation>
    </message>
    <message>
        <source>See where it stands</source>
        <translation>Lihat letaknya</translation>
    </message>
    <message>
        <source>Checklist</source>
        <translation>Daftar periksa</translation>
    </message>
    <message>
        <source>{count} of {all} items say something</source>
        <translation>{count} dari {all} butir terisi</translation>
    </message>
    <message>
        <source>{count} of {all} shown</source>
        <translation>{count} dari {all} ditunjukkan</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>Simpan sebagai</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>Mutu</translation>
    </message>
</context>
<context>
    <name>QueryField</name>
    <message>
        <source>Words, “a phrase”, AND OR NOT, NEAR/5, begin*, /pattern/</source>
        <translation>Kata, “frasa”, DAN ATAU BUKAN, DEKAT/5, awal*, /pola/</translation>
    </message>
    <message>
        <source>Find in all sources</source>
        <translation>Cari di semua sumber</translation>
    </message>
    <message>
        <source>Nothing was asked yet</source>
        <translation>Belum ada yang dicari</translation>
    </message>
</context>
<context>
    <name>QuestionsPage</name>
    <message>
        <source>Label</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>Research question</source>
        <translation>Fokus penelitian</translation>
    </message>
    <message>
        <source>Research questions</source>
        <translation>Fokus penelitian</translation>
    </message>
    <message>
        <source>New question</source>
        <translation>Fokus baru</translation>
    </message>
    <message>
        <source>The foci that findings answer: F1, F2 … and their words.</source>
        <translation>Fokus yang dijawab temuan: F1, F2 … dan bunyinya.</translation>
    </message>
</context>
<context>
    <name>Quote</name>
    <message>
        <source>Click: its chain. Double click: the transcript. Drag it over.</source>
        <translation>Klik: rantainya. Klik ganda: transkrip. Dapat diseret ke sisi lain.</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Collect</source>
        <translation>Kumpulkan</translation>
    </message>
    <message>
        <source>Reduce</source>
        <translation>Reduksi</translation>
    </message>
    <message>
        <source>Display</source>
        <translation>Sajikan</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>Verifikasi</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Laporkan</translation>
    </message>
</context>
<context>
    <name>ReadingPage</name>
    <message>
        <source>Reduce</source>
        <translation>Reduksi</translation>
    </message>
    <message>
        <source>No source is open</source>
        <translation>Tidak ada sumber yang terbuka</translation>
    </message>
    <message>
        <source>line {number}</source>
        <translation>baris {number}</translation>
    </message>
    <message numerus="yes">
        <source>%n coding(s)</source>
        <translation><numerusform>%n pengodean</numerusform></translation>
    </message>
    <message>
        <source>No source to read yet</source>
        <translation>Belum ada sumber untuk dibaca</translation>
    </message>
    <message>
        <source>Bring in interviews, observations, questionnaires and documents to code.</source>
        <translation>Masukkan wawancara, observasi, kuesioner, dan dokumen untuk dikode.</translation>
    </message>
    <message>
        <source>Import sources</source>
        <translation>Impor sumber</translation>
    </message>
</context>
<context>
    <name>RecipeBar</name>
    <message>
        <source>codes</source>
        <translation>kode</translation>
    </message>
    <message>
        <source>method</source>
        <translation>metode</translation>
    </message>
    <message>
        <source>role</source>
        <translation>peran</translation>
    </message>
    <message>
        <source>source category</source>
        <translation>kategori sumber</translation>
    </message>
    <message>
        <source>site</source>
        <translation>lokasi</translation>
    </message>
    <message>
        <source>informant</source>
        <translation>informan</translation>
    </message>
    <message>
        <source>source</source>
        <translation>sumber</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Baris</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Kolom</translation>
    </message>
    <message>
        <source>Cells</source>
        <translation>Sel</translation>
    </message>
    <message>
        <source>excerpts</source>
        <translation>kutipan</translation>
    </message>
    <message>
        <source>informants</source>
        <translation>informan</translation>
    </message>
    <message>
        <source>sources</source>
        <translation>sumber</translation>
    </message>
    <message>
        <source>quotations</source>
        <translation>kutipan kata</translation>
    </message>
    <message>
        <source>number and quotations</source>
        <translation>jumlah dan kutipan</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Saring</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabel</translation>
    </message>
    <message>
        <source>Bars</source>
        <translation>Batang</translation>
    </message>
    <message>
        <source>Stacked</source>
        <translation>Bertumpuk</translation>
    </message>
    <message>
        <source>Heat map</source>
        <translation>Peta panas</translation>
    </message>
    <message>
        <source>Save display</source>
        <translation>Simpan penyajian</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Salin</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Simpan sebagai…</translation>
    </message>
    <message>
        <source>Excerpts that affirm</source>
        <translation>Kutipan yang membenarkan</translation>
    </message>
    <message>
        <source>Excerpts that deny</source>
        <translation>Kutipan yang menyangkal</translation>
    </message>
    <message>
        <source>Excerpts that are mixed</source>
        <translation>Kutipan yang campuran</translation>
    </message>
    <message>
        <source>A code counts only itself</source>
        <translation>Kode hanya menghitung dirinya</translation>
    </message>
    <message>
        <source>Only the codes at the top of the tree</source>
        <translation>Hanya kode di puncak pohon</translation>
    </message>
    <message>
        <source>Hide empty rows and columns</source>
        <translation>Sembunyikan baris dan kolom kosong</translation>
    </message>
    <message>
        <source>Show all hidden rows and columns</source>
        <translation>Tampilkan semua baris dan kolom tersembunyi</translation>
    </message>
    <message>
        <source>Picture (PNG, 300 dpi)</source>
        <translation>Gambar (PNG, 300 dpi)</translation>
    </message>
    <message>
        <source>Picture (SVG)</source>
        <translation>Gambar (SVG)</translation>
    </message>
    <message>
        <source>Spreadsheet (xlsx)</source>
        <translation>Lembar kerja (xlsx)</translation>
    </message>
    <message>
        <source>Table (csv)</source>
        <translation>Tabel (csv)</translation>
    </message>
</context>
<context>
    <name>RecordPage</name>
    <message>
        <source>Paste rows</source>
        <translation>Tempel baris</translation>
    </message>
    <message>
        <source>Rows copied from a spreadsheet, with these columns: {columns}</source>
        <translation>Baris yang disalin dari lembar kerja, dengan kolom: {columns}</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Naikkan</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Turunkan</translation>
    </message>
    <message>
        <source>New {number}</source>
        <translation>Baru {number}</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n row(s)?</source>
        <translation><numerusform>Hapus %n baris?</numerusform></translation>
    </message>
    <message>
        <source>This would be touched. Undo brings all of it back.</source>
        <translation>Ini akan terpengaruh. Urungkan mengembalikan semuanya.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Hapus</translation>
    </message>
</context>
<context>
    <name>RecordTable</name>
    <message>
        <source>Filter…</source>
        <translation>Saring…</translation>
    </message>
    <message>
        <source>New row</source>
        <translation>Baris baru</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Hapus</translation>
    </message>
    <message>
        <source>Add a row (Insert)</source>
        <translation>Tambah baris (Insert)</translation>
    </message>
    <message>
        <source>Delete the selected rows ({keys})</source>
        <translation>Hapus baris yang dipilih ({keys})</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Sunting</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Salin</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Tempel</translation>
    </message>
    <message>
        <source>Delete {count} rows</source>
        <translation>Hapus {count} baris</translation>
    </message>
    <message>
        <source>Delete row</source>
        <translation>Hapus baris</translation>
    </message>
    <message>
        <source>“{words}” is not one of the choices.</source>
        <translation>“{words}” tidak ada dalam pilihan.</translation>
    </message>
    <message>
        <source>“{words}” is not a date. Write it like 31/12/2017.</source>
        <translation>“{words}” bukan tanggal. Tulis seperti 31/12/2017.</translation>
    </message>
    <message>
        <source>“{words}” is not a number.</source>
        <translation>“{words}” bukan bilangan.</translation>
    </message>
    <message>
        <source>“{words}” is neither yes nor no.</source>
        <translation>“{words}” bukan ya dan bukan tidak.</translation>
    </message>
</context>
<context>
    <name>ReduceRoom</name>
    <message>
        <source>Transcript</source>
        <translation>Transkrip</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Cari</translation>
    </message>
    <message>
        <source>Retrieve</source>
        <translation>Ambil kembali</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Kata-kata</translation>
    </message>
    <message>
        <source>Patterns</source>
        <translation>Pola</translation>
    </message>
    <message>
        <source>Summaries</source>
        <translation>Ringkasan</translation>
    </message>
    <message>
        <source>Memos</source>
        <translation>Memo</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>Nama</translation>
    </message>
</context>
<context>
    <name>ReportRoom</name>
    <message>
        <source>Write the report</source>
        <translation>Tulis laporan</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Laporkan</translation>
    </message>
    <message numerus="yes">
        <source>Report · %n section(s)</source>
        <translation><numerusform>Laporan · %n bagian</numerusform></translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>Bagian</translation>
    </message>
    <message>
        <source>Sections of the report</source>
        <translation>Bagian laporan</translation>
    </message>
    <message>
        <source>Drag a section, or press Alt+↑ or Alt+↓, to move it.</source>
        <translation>Seret sebuah bagian, atau tekan Alt+↑ atau Alt+↓, untuk memindahkannya.</translation>
    </message>
</context>
<context>
    <name>ReportView</name>
    <message>
        <source>Report</source>
        <translation>Laporkan</translation>
    </message>
    <message numerus="yes">
        <source>%n further line(s): save the report to read them</source>
        <translation><numerusform>%n baris lagi: simpan laporan untuk membacanya</numerusform></translation>
    </message>
    <message>
        <source>Everything came as it is.</source>
        <translation>Semuanya masuk sebagaimana adanya.</translation>
    </message>
</context>
<context>
    <name>RetrievalPage</name>
    <message>
        <source>Condition</source>
        <translation>Syarat</translation>
    </message>
    <message>
        <source>Coded with, not coded with, overlapping, near, inside</source>
        <translation>Diberi kode, tidak diberi kode, tumpang tindih, dekat, di dalam</translation>
    </message>
    <message>
        <source>place</source>
        <translation>tempat</translation>
    </message>
    <message>
        <source>date</source>
        <translation>tanggal</translation>
    </message>
    <message>
        <source>code</source>
        <translation>kode</translation>
    </message>
    <message>
        <source>informant</source>
        <translation>informan</translation>
    </message>
    <message>
        <source>role</source>
        <translation>peran</translation>
    </message>
    <message>
        <source>site</source>
        <translation>lokasi</translation>
    </message>
    <message>
        <source>weight</source>
        <translation>bobot</translation>
    </message>
    <message>
        <source>direction</source>
        <translation>arah</translation>
    </message>
    <message>
        <source>coder</source>
        <translation>pengode</translation>
    </message>
    <message>
        <source>source</source>
        <translation>sumber</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>kosong</translation>
    </message>
    <message>
        <source>Sort by</source>
        <translation>Urutkan menurut</translation>
    </message>
    <message>
        <source>Group by</source>
        <translation>Kelompokkan menurut</translation>
    </message>
    <message>
        <source>The other way round</source>
        <translation>Arah sebaliknya</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Ekspor</translation>
    </message>
    <message>
        <source>Word document…</source>
        <translation>Dokumen Word…</translation>
    </message>
    <message>
        <source>Excel workbook…</source>
        <translation>Buku kerja Excel…</translation>
    </message>
    <message>
        <source>CSV file…</source>
        <translation>Berkas CSV…</translation>
    </message>
    <message>
        <source>Add a condition</source>
        <translation>Tambah syarat</translation>
    </message>
    <message>
        <source>Write the summary</source>
        <translation>Tulis ringkasan</translation>
    </message>
    <message>
        <source>Write the memo</source>
        <translation>Tulis memo</translation>
    </message>
    <message>
        <source>Ask anew</source>
        <translation>Tanya baru</translation>
    </message>
    <message numerus="yes">
        <source>%n coding(s)</source>
        <translation><numerusform>%n pengodean</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n excerpt(s)</source>
        <translation><numerusform>%n kutipan</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n source(s)</source>
        <translation><numerusform>%n sumber</numerusform></translation>
    </message>
    <message>
        <source>Nothing is coded yet</source>
        <translation>Belum ada yang dikode</translation>
    </message>
    <message>
        <source>Once words are coded in the transcripts, they are retrieved here.</source>
        <translation>Setelah kata dalam transkrip diberi kode, di sinilah semuanya diambil kembali.</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Tidak ada yang ditemukan</translation>
    </message>
    <message>
        <source>No coding answers this question within these limits.</source>
        <translation>Tidak ada pengodean yang menjawab pertanyaan ini dalam batas ini.</translation>
    </message>
    <message>
        <source>Retrieved excerpts</source>
        <translation>Kutipan yang diambil</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>Simpan sebagai</translation>
    </message>
    <message>
        <source>Saving {name}</source>
        <translation>Menyimpan {name}</translation>
    </message>
    <message>
        <source>Saved as {name}</source>
        <translation>Disimpan sebagai {name}</translation>
    </message>
</context>
<context>
    <name>RivalColumn</name>
    <message>
        <source>Rival explanation</source>
        <translation>Penjelasan tandingan</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Catatan</translation>
    </message>
    <message>
        <source>Why so?</source>
        <translation>Mengapa?</translation>
    </message>
    <message>
        <source>Delete this rival explanation</source>
        <translation>Hapus penjelasan tandingan ini</translation>
    </message>
    <message>
        <source>Drag excerpts here that speak to it.</source>
        <translation>Seret ke sini kutipan yang berbicara tentangnya.</translation>
    </message>
</context>
<context>
    <name>RivalsPanel</name>
    <message>
        <source>What else could explain this? Enter adds it.</source>
        <translation>Apa lagi yang dapat menjelaskannya? Enter menambahkannya.</translation>
    </message>
    <message>
        <source>New rival explanation</source>
        <translation>Penjelasan tandingan baru</translation>
    </message>
    <message>
        <source>Add rival</source>
        <translation>Tambah tandingan</translation>
    </message>
</context>
<context>
    <name>RolesPage</name>
    <message>
        <source>Role</source>
        <translation>Peran</translation>
    </message>
    <message>
        <source>Counts in the rules as</source>
        <translation>Dalam aturan dihitung sebagai</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Peran</translation>
    </message>
    <message>
        <source>New role</source>
        <translation>Peran baru</translation>
    </message>
    <message>
        <source>Key persons, core and verification respondents, and your own roles.</source>
        <translation>Informan kunci, responden inti dan verifikasi, serta peran buatan Anda.</translation>
    </message>
    <message>
        <source>Triangulation compares core with verification respondents; key persons are reported beside them. Other roles stand for themselves.</source>
        <translation>Triangulasi membandingkan responden inti dengan responden verifikasi; informan kunci dilaporkan di sampingnya. Peran lain berdiri sendiri.</translation>
    </message>
    <message>
        <source>Role {number}</source>
        <translation>Peran {number}</translation>
    </message>
</context>
<context>
    <name>SavedList</name>
    <message>
        <source>Saved questions</source>
        <translation>Pertanyaan tersimpan</translation>
    </message>
    <message>
        <source>A question that is saved is asked again with one click.</source>
        <translation>Pertanyaan yang disimpan dapat diajukan lagi dengan sekali klik.</translation>
    </message>
    <message>
        <source>Name of this question</source>
        <translation>Nama pertanyaan ini</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Simpan</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Ganti nama</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Hapus</translation>
    </message>
</context>
<context>
    <name>ScaleTable</name>
    <message>
        <source>Predicate</source>
        <translation>Predikat</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Dari</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>Butir</translation>
    </message>
    <message>
        <source>Predicates</source>
        <translation>Predikat</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Baru</translation>
    </message>
    <message>
        <source>Predicate {number}</source>
        <translation>Predikat {number}</translation>
    </message>
</context>
<context>
    <name>ScoresPane</name>
    <message>
        <source>No.</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>Butir</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Nilai</translation>
    </message>
    <message>
        <source>A number, such as 77.5</source>
        <translation>Angka, misalnya 77,5</translation>
    </message>
    <message>
        <source>n</source>
        <translation>n</translation>
    </message>
    <message>
        <source>Of how many: a percentage's n</source>
        <translation>Dari berapa: n sebuah persentase</translation>
    </message>
    <message>
        <source>Predicate</source>
        <translation>Predikat</translation>
    </message>
    <message>
        <source>As printed</source>
        <translation>Tercetak</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>Catatan</translation>
    </message>
    <message>
        <source>No items yet</source>
        <translation>Belum ada butir</translation>
    </message>
    <message>
        <source>Add items, or paste them from a spreadsheet: number, item, value.</source>
        <translation>Tambahkan butir, atau tempel dari lembar kerja: nomor, butir, nilai.</translation>
    </message>
    <message>
        <source>New item</source>
        <translation>Butir baru</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>Butir</translation>
    </message>
    <message>
        <source>Filter items…</source>
        <translation>Saring butir…</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Angka</translation>
    </message>
    <message>
        <source>Predicates</source>
        <translation>Predikat</translation>
    </message>
    <message>
        <source>Sum</source>
        <translation>Jumlah</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Rata-rata</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>Median</translation>
    </message>
    <message>
        <source>Most frequent</source>
        <translation>Paling sering</translation>
    </message>
    <message>
        <source>Lowest</source>
        <translation>Terendah</translation>
    </message>
    <message>
        <source>Highest</source>
        <translation>Tertinggi</translation>
    </message>
    <message>
        <source>Quartiles</source>
        <translation>Kuartil</translation>
    </message>
    <message>
        <source>SD, sample</source>
        <translation>SB, sampel</translation>
    </message>
    <message>
        <source>SD, population</source>
        <translation>SB, populasi</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Satuan</translation>
    </message>
    <message>
        <source>percent</source>
        <translation>persen</translation>
    </message>
    <message>
        <source>points</source>
        <translation>poin</translation>
    </message>
    <message>
        <source>Source line, as under a table in print</source>
        <translation>Baris sumber, seperti di bawah tabel cetak</translation>
    </message>
    <message>
        <source>Source line</source>
        <translation>Baris sumber</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation><numerusform>%n butir</numerusform></translation>
    </message>
    <message>
        <source>printed otherwise</source>
        <translation>tercetak berbeda</translation>
    </message>
    <message>
        <source>no count of {base} gives it</source>
        <translation>tidak ada hitungan dari {base} yang sesuai</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Naikkan</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Turunkan</translation>
    </message>
</context>
<context>
    <name>SearchPage</name>
    <message>
        <source>Asked before</source>
        <translation>Pencarian sebelumnya</translation>
    </message>
    <message>
        <source>All forms</source>
        <translation>Semua bentuk kata</translation>
    </message>
    <message>
        <source>“ajar” finds mengajar, pelajaran; “teach” finds taught</source>
        <translation>“ajar” menemukan mengajar, pelajaran; “teach” menemukan taught</translation>
    </message>
    <message>
        <source>Regular expression</source>
        <translation>Ekspresi reguler</translation>
    </message>
    <message>
        <source>The whole question is one pattern, such as \bmeng\w+</source>
        <translation>Seluruh pencarian adalah satu pola, misalnya \bmeng\w+</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Cari</translation>
    </message>
    <message>
        <source>Tick all</source>
        <translation>Centang semua</translation>
    </message>
    <message>
        <source>the words</source>
        <translation>kata-katanya</translation>
    </message>
    <message>
        <source>the sentence</source>
        <translation>kalimatnya</translation>
    </message>
    <message>
        <source>the turn</source>
        <translation>giliran bicaranya</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Kode</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Ekspor</translation>
    </message>
    <message>
        <source>Excel workbook…</source>
        <translation>Buku kerja Excel…</translation>
    </message>
    <message>
        <source>CSV file…</source>
        <translation>Berkas CSV…</translation>
    </message>
    <message>
        <source>Tick all places found</source>
        <translation>Centang semua tempat yang ditemukan</translation>
    </message>
    <message>
        <source>Code the places found</source>
        <translation>Kode tempat yang ditemukan</translation>
    </message>
    <message>
        <source>Looking up the forms of words</source>
        <translation>Mencari bentuk-bentuk kata</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s)</source>
        <translation><numerusform>%n tempat</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n source(s)</source>
        <translation><numerusform>%n sumber</numerusform></translation>
    </message>
    <message>
        <source>No transcripts yet</source>
        <translation>Belum ada transkrip</translation>
    </message>
    <message>
        <source>Once transcripts are collected, all of them are searched here.</source>
        <translation>Setelah transkrip dikumpulkan, semuanya dapat dicari di sini.</translation>
    </message>
    <message>
        <source>Search all sources</source>
        <translation>Cari di semua sumber</translation>
    </message>
    <message>
        <source>guru rapat – both in one paragraph</source>
        <translation>guru rapat – keduanya dalam satu paragraf</translation>
    </message>
    <message>
        <source>guru OR siswa, guru NOT siswa, brackets</source>
        <translation>guru ATAU siswa, guru BUKAN siswa, tanda kurung</translation>
    </message>
    <message>
        <source>waktu NEAR/5 rapat – at most five words between</source>
        <translation>waktu DEKAT/5 rapat – paling banyak lima kata di antaranya</translation>
    </message>
    <message>
        <source>“guru inti” – these words in this order</source>
        <translation>“guru inti” – kata-kata ini dalam urutan ini</translation>
    </message>
    <message>
        <source>meng* – how a word begins</source>
        <translation>meng* – awal sebuah kata</translation>
    </message>
    <message>
        <source>/pattern/ – a regular expression</source>
        <translation>/pola/ – ekspresi reguler</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Tidak ada yang ditemukan</translation>
    </message>
    <message>
        <source>No paragraph answers this question within these limits.</source>
        <translation>Tidak ada paragraf yang cocok dengan pencarian ini dalam batasan ini.</translation>
    </message>
    <message>
        <source>Search without limits</source>
        <translation>Cari tanpa batasan</translation>
    </message>
    <message numerus="yes">
        <source>Code %n place(s) with…</source>
        <translation><numerusform>Kode %n tempat dengan…</numerusform></translation>
    </message>
    <message>
        <source>Code with…</source>
        <translation>Kode dengan…</translation>
    </message>
    <message>
        <source>Tick none</source>
        <translation>Hapus semua centang</translation>
    </message>
    <message>
        <source>Code what was found with…</source>
        <translation>Kode yang ditemukan dengan…</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) coded with “{code}”.</source>
        <translation><numerusform>%n tempat dikode dengan “{code}”.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n had it already.</source>
        <translation><numerusform>%n sudah memilikinya.</numerusform></translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>Simpan sebagai</translation>
    </message>
    <message>
        <source>Saving {name}</source>
        <translation>Menyimpan {name}</translation>
    </message>
    <message>
        <source>Saved as {name}</source>
        <translation>Disimpan sebagai {name}</translation>
    </message>
</context>
<context>
    <name>Settling</name>
    <message>
        <source>Source</source>
        <translation>Sumber</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Kode</translation>
    </message>
    <message>
        <source>Applies</source>
        <translation>Berlaku</translation>
    </message>
    <message>
        <source>Disagreements</source>
        <translation>Perbedaan</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>Keduanya</translation>
    </message>
    <message>
        <source>Neither</source>
        <translation>Tidak keduanya</translation>
    </message>
    <message>
        <source>Note: why</source>
        <translation>Catatan: mengapa</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>Buka kembali</translation>
    </message>
    <message>
        <source>See in the transcript</source>
        <translation>Lihat di transkrip</translation>
    </message>
    <message>
        <source>open</source>
        <translation>terbuka</translation>
    </message>
    <message>
        <source>Does not apply</source>
        <translation>Tidak berlaku</translation>
    </message>
    <message>
        <source>Whose coding applies?</source>
        <translation>Pengodean siapa yang berlaku?</translation>
    </message>
    <message>
        <source>Does the code apply here?</source>
        <translation>Apakah kode ini berlaku di sini?</translation>
    </message>
    <message>
        <source>did not code this</source>
        <translation>tidak mengode ini</translation>
    </message>
</context>
<context>
    <name>SetupPane</name>
    <message>
        <source>Shape</source>
        <translation>Bentuk</translation>
    </message>
    <message>
        <source>Research report</source>
        <translation>Laporan penelitian</translation>
    </message>
    <message>
        <source>Thesis Chapter IV</source>
        <translation>Bab IV tesis</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Bahasa</translation>
    </message>
    <message>
        <source>Word template</source>
        <translation>Templat Word</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Pilih…</translation>
    </message>
    <message>
        <source>Choose a Word template</source>
        <translation>Pilih templat Word</translation>
    </message>
    <message>
        <source>Without</source>
        <translation>Tanpa templat</translation>
    </message>
    <message>
        <source>Citations</source>
        <translation>Sitasi</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>Pilihan</translation>
    </message>
    <message>
        <source>table with codes</source>
        <translation>tabel dengan kode</translation>
    </message>
    <message>
        <source>text with comments</source>
        <translation>teks dengan komentar</translation>
    </message>
    <message>
        <source>Transcripts</source>
        <translation>Transkrip</translation>
    </message>
    <message>
        <source>Source lines as footnotes</source>
        <translation>Baris sumber sebagai catatan kaki</translation>
    </message>
    <message>
        <source>At most this many quotations a side</source>
        <translation>Kutipan paling banyak per pihak</translation>
    </message>
    <message>
        <source>Quotations on each side</source>
        <translation>Kutipan di tiap sisi</translation>
    </message>
    <message>
        <source>Displays to print</source>
        <translation>Penyajian yang dicetak</translation>
    </message>
    <message>
        <source>Memos to print</source>
        <translation>Memo yang dicetak</translation>
    </message>
    <message>
        <source>Take the styles of</source>
        <translation>Ambil gaya dari</translation>
    </message>
    <message>
        <source>Word files (*.docx)</source>
        <translation>Berkas Word (*.docx)</translation>
    </message>
    <message>
        <source>Tilik’s own styles</source>
        <translation>Gaya bawaan Tilik</translation>
    </message>
</context>
<context>
    <name>Side</name>
    <message>
        <source>Drag evidence here</source>
        <translation>Seret bukti ke sini</translation>
    </message>
</context>
<context>
    <name>SideForm</name>
    <message>
        <source>Summary</source>
        <translation>Ringkasan</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
    <message>
        <source>Filled</source>
        <translation>Terisi</translation>
    </message>
    <message>
        <source>Partly filled</source>
        <translation>Terisi sebagian</translation>
    </message>
    <message>
        <source>Saved as you write</source>
        <translation>Tersimpan sambil Anda menulis</translation>
    </message>
    <message>
        <source>by {coder}</source>
        <translation>oleh {coder}</translation>
    </message>
</context>
<context>
    <name>SitesPage</name>
    <message>
        <source>Site</source>
        <translation>Lokasi</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Alamat</translation>
    </message>
    <message>
        <source>Sites</source>
        <translation>Lokasi</translation>
    </message>
    <message>
        <source>New site</source>
        <translation>Lokasi baru</translation>
    </message>
    <message>
        <source>Where the study is done, such as the schools of a cluster.</source>
        <translation>Tempat penelitian, misalnya sekolah-sekolah dalam gugus.</translation>
    </message>
    <message>
        <source>As in: status: core school; pupils: 412</source>
        <translation>Misalnya: status: sekolah inti; siswa: 412</translation>
    </message>
    <message>
        <source>Attributes</source>
        <translation>Atribut</translation>
    </message>
    <message>
        <source>Site {number}</source>
        <translation>Lokasi {number}</translation>
    </message>
</context>
<context>
    <name>SourceDetails</name>
    <message>
        <source>Source</source>
        <translation>Sumber</translation>
    </message>
    <message>
        <source>Who speaks, and as what</source>
        <translation>Siapa berbicara, dan sebagai apa</translation>
    </message>
    <message>
        <source>Add an informant</source>
        <translation>Tambah informan</translation>
    </message>
    <message>
        <source>Speakers in the text</source>
        <translation>Pembicara dalam teks</translation>
    </message>
    <message>
        <source>Find the speakers again</source>
        <translation>Cari lagi pembicaranya</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Tempat</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Catatan</translation>
    </message>
    <message>
        <source>Save the original file…</source>
        <translation>Simpan berkas asli…</translation>
    </message>
    <message>
        <source>Informant</source>
        <translation>Informan</translation>
    </message>
    <message>
        <source>(the source itself)</source>
        <translation>(sumber itu sendiri)</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Peran</translation>
    </message>
    <message>
        <source>(usual role)</source>
        <translation>(peran biasa)</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategori</translation>
    </message>
    <message>
        <source>(usual category)</source>
        <translation>(kategori biasa)</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>Keluarkan</translation>
    </message>
    <message>
        <source>Save the original file</source>
        <translation>Simpan berkas asli</translation>
    </message>
    <message>
        <source>Saving the original</source>
        <translation>Menyimpan berkas asli</translation>
    </message>
</context>
<context>
    <name>SourceModel</name>
    <message numerus="yes">
        <source>%n coding(s)</source>
        <translation><numerusform>%n pengodean</numerusform></translation>
    </message>
    <message>
        <source>Interviews</source>
        <translation>Wawancara</translation>
    </message>
    <message>
        <source>Observations</source>
        <translation>Observasi</translation>
    </message>
    <message>
        <source>Questionnaires</source>
        <translation>Kuesioner</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Dokumen</translation>
    </message>
</context>
<context>
    <name>SourceView</name>
    <message>
        <source>Sources</source>
        <translation>Sumber</translation>
    </message>
</context>
<context>
    <name>SourcesList</name>
    <message>
        <source>Sources</source>
        <translation>Sumber</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Impor…</translation>
    </message>
    <message>
        <source>Filter the sources</source>
        <translation>Saring sumber</translation>
    </message>
    <message>
        <source>Filter sources…</source>
        <translation>Saring sumber…</translation>
    </message>
</context>
<context>
    <name>SourcesPage</name>
    <message>
        <source>Reference</source>
        <translation>Rujukan</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Judul</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Metode</translation>
    </message>
    <message>
        <source>Informants</source>
        <translation>Informan</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>Lokasi</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Tanggal</translation>
    </message>
    <message>
        <source>Characters</source>
        <translation>Karakter</translation>
    </message>
    <message>
        <source>Codings</source>
        <translation>Pengodean</translation>
    </message>
    <message>
        <source>No sources yet</source>
        <translation>Belum ada sumber</translation>
    </message>
    <message>
        <source>Drop interviews, field notes, questionnaires or documents here, or a folder.</source>
        <translation>Jatuhkan wawancara, catatan lapangan, kuesioner, atau dokumen di sini, atau sebuah folder.</translation>
    </message>
    <message>
        <source>Import files…</source>
        <translation>Impor berkas…</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Sumber</translation>
    </message>
    <message>
        <source>Filter sources…</source>
        <translation>Saring sumber…</translation>
    </message>
    <message>
        <source>Import a folder…</source>
        <translation>Impor folder…</translation>
    </message>
    <message>
        <source>Type or paste a text…</source>
        <translation>Ketik atau tempel teks…</translation>
    </message>
    <message>
        <source>Read and code it</source>
        <translation>Baca dan kode</translation>
    </message>
    <message numerus="yes">
        <source>%n source(s)</source>
        <translation><numerusform>%n sumber</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n coding(s)</source>
        <translation><numerusform>%n pengodean</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n piece(s) of evidence</source>
        <translation><numerusform>%n bukti</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n memo(s)</source>
        <translation><numerusform>%n memo</numerusform></translation>
    </message>
    <message>
        <source>Delete the sources?</source>
        <translation>Hapus sumber?</translation>
    </message>
    <message>
        <source>These go with them; undo brings them back:</source>
        <translation>Ini ikut terhapus; dapat dikembalikan dengan urungkan:</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Hapus</translation>
    </message>
</context>
<context>
    <name>SpeakerChoices</name>
    <message numerus="yes">
        <source>%n turn(s)</source>
        <translation><numerusform>%n giliran bicara</numerusform></translation>
    </message>
    <message>
        <source>(no label)</source>
        <translation>(tanpa label)</translation>
    </message>
    <message>
        <source>Nobody yet</source>
        <translation>Belum ada siapa pun</translation>
    </message>
    <message>
        <source>The researcher</source>
        <translation>Peneliti</translation>
    </message>
    <message>
        <source>Who is {label}?</source>
        <translation>Siapa {label}?</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Choose who codes</source>
        <translation>Pilih siapa yang mengode</translation>
    </message>
    <message>
        <source>Coder: {name}</source>
        <translation>Pengode: {name}</translation>
    </message>
    <message>
        <source>Undo: {step}</source>
        <translation>Urungkan: {step}</translation>
    </message>
    <message>
        <source>All changes saved</source>
        <translation>Semua perubahan tersimpan</translation>
    </message>
    <message>
        <source>Saved, without a backup</source>
        <translation>Tersimpan, tanpa cadangan</translation>
    </message>
    <message>
        <source>Read-only</source>
        <translation>Hanya-baca</translation>
    </message>
</context>
<context>
    <name>StepsModel</name>
    <message>
        <source>The beginning</source>
        <translation>Awal mula</translation>
    </message>
    <message>
        <source>Taken back; it can be made again</source>
        <translation>Diurungkan; dapat dilakukan lagi</translation>
    </message>
    <message>
        <source>Taken back and overtaken by a later change; kept for the record</source>
        <translation>Diurungkan lalu didahului perubahan lain; disimpan sebagai catatan</translation>
    </message>
    <message>
        <source>Rows touched: {count}</source>
        <translation>Baris yang tersentuh: {count}</translation>
    </message>
</context>
<context>
    <name>StopWordsPopup</name>
    <message>
        <source>Words that are not listed, besides the usual ones; one a line</source>
        <translation>Kata yang tidak didaftar, selain yang lazim; satu per baris</translation>
    </message>
    <message>
        <source>Own stop words</source>
        <translation>Kata umum sendiri</translation>
    </message>
</context>
<context>
    <name>Stripes</name>
    <message>
        <source>Coding stripes</source>
        <translation>Garis pengodean</translation>
    </message>
    <message>
        <source>denies</source>
        <translation>menyangkal</translation>
    </message>
    <message>
        <source>mixed</source>
        <translation>campuran</translation>
    </message>
    <message>
        <source>affirms</source>
        <translation>membenarkan</translation>
    </message>
    <message>
        <source>has a memo</source>
        <translation>ada memo</translation>
    </message>
</context>
<context>
    <name>StrongestModel</name>
    <message>
        <source>Code</source>
        <translation>Kode</translation>
    </message>
    <message>
        <source>With</source>
        <translation>Dengan</translation>
    </message>
    <message>
        <source>Excerpts</source>
        <translation>Kutipan</translation>
    </message>
    <message>
        <source>Excerpts of either code that overlap the other</source>
        <translation>Kutipan dari salah satu kode yang bertumpang tindih dengan kode lainnya</translation>
    </message>
    <message>
        <source>Jaccard</source>
        <translation>Jaccard</translation>
    </message>
    <message>
        <source>Jaccard over excerpts, 0 to 1</source>
        <translation>Jaccard atas kutipan, 0 sampai 1</translation>
    </message>
    <message>
        <source>Informants</source>
        <translation>Informan</translation>
    </message>
    <message>
        <source>Informants and sources that speak of both codes</source>
        <translation>Informan dan sumber yang membicarakan kedua kode</translation>
    </message>
    <message>
        <source>Jaccard over informants, 0 to 1</source>
        <translation>Jaccard atas informan, 0 sampai 1</translation>
    </message>
</context>
<context>
    <name>StudyPage</name>
    <message>
        <source>The study</source>
        <translation>Studi</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Judul</translation>
    </message>
    <message>
        <source>What the study is to find out, where and why.</source>
        <translation>Apa yang hendak ditemukan studi ini, di mana, dan mengapa.</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>Tujuan</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Bahasa</translation>
    </message>
    <message>
        <source>The language of the report and of citations: (I.KS-01) in English, (W.KS-01) in Indonesian.</source>
        <translation>Bahasa laporan dan sitasi: (I.KS-01) dalam bahasa Inggris, (W.KS-01) dalam bahasa Indonesia.</translation>
    </message>
</context>
<context>
    <name>SubjectsList</name>
    <message>
        <source>Sources and sites</source>
        <translation>Sumber dan lokasi</translation>
    </message>
    <message>
        <source>Filter…</source>
        <translation>Saring…</translation>
    </message>
    <message>
        <source>filled</source>
        <translation>terisi</translation>
    </message>
    <message>
        <source>partly filled</source>
        <translation>terisi sebagian</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>kosong</translation>
    </message>
    <message>
        <source>{answered} of {total} fields</source>
        <translation>{answered} dari {total} isian</translation>
    </message>
    <message>
        <source>Sites</source>
        <translation>Lokasi</translation>
    </message>
</context>
<context>
    <name>SuggestionPanel</name>
    <message>
        <source>Similar passages</source>
        <translation>Bagian yang mirip</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
    <message>
        <source>Take</source>
        <translation>Terima</translation>
    </message>
    <message>
        <source>Code the chosen passages (Enter)</source>
        <translation>Beri kode pada bagian yang dipilih (Enter)</translation>
    </message>
    <message>
        <source>Refuse</source>
        <translation>Tolak</translation>
    </message>
    <message>
        <source>Do not offer them for this code again (Delete)</source>
        <translation>Jangan tawarkan lagi untuk kode ini (Delete)</translation>
    </message>
    <message>
        <source>By the words that they share. Nothing is coded by itself.</source>
        <translation>Menurut kata yang sama. Tidak ada yang diberi kode dengan sendirinya.</translation>
    </message>
    <message>
        <source>Similar to “{name}”</source>
        <translation>Mirip dengan “{name}”</translation>
    </message>
    <message>
        <source>Reading the texts…</source>
        <translation>Membaca teks…</translation>
    </message>
    <message>
        <source>No passage that is not coded yet resembles what this code stands for.</source>
        <translation>Tidak ada bagian tanpa kode yang mirip dengan isi kode ini.</translation>
    </message>
    <message>
        <source>line {number}</source>
        <translation>baris {number}</translation>
    </message>
</context>
<context>
    <name>SummariesPage</name>
    <message>
        <source>Forms</source>
        <translation>Bentuk</translation>
    </message>
    <message>
        <source>Data accounting</source>
        <translation>Pembukuan data</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Simpan sebagai…</translation>
    </message>
    <message>
        <source>Save the summary forms…</source>
        <translation>Simpan formulir ringkasan…</translation>
    </message>
    <message>
        <source>Save the data accounting sheet…</source>
        <translation>Simpan lembar pembukuan data…</translation>
    </message>
    <message>
        <source>Saving {name}</source>
        <translation>Menyimpan {name}</translation>
    </message>
    <message>
        <source>Word document (*.docx)</source>
        <translation>Dokumen Word (*.docx)</translation>
    </message>
    <message>
        <source>Workbook (*.xlsx)</source>
        <translation>Buku kerja (*.xlsx)</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>Simpan sebagai</translation>
    </message>
</context>
<context>
    <name>SwatchGrid</name>
    <message>
        <source>blue</source>
        <translation>biru</translation>
    </message>
    <message>
        <source>orange</source>
        <translation>jingga</translation>
    </message>
    <message>
        <source>dark green</source>
        <translation>hijau tua</translation>
    </message>
    <message>
        <source>plum</source>
        <translation>ungu plum</translation>
    </message>
    <message>
        <source>green</source>
        <translation>hijau</translation>
    </message>
    <message>
        <source>orchid</source>
        <translation>anggrek</translation>
    </message>
    <message>
        <source>mustard</source>
        <translation>kuning tua</translation>
    </message>
    <message>
        <source>dark violet</source>
        <translation>lembayung tua</translation>
    </message>
    <message>
        <source>cyan</source>
        <translation>biru toska</translation>
    </message>
    <message>
        <source>red</source>
        <translation>merah</translation>
    </message>
    <message>
        <source>lavender</source>
        <translation>lavender</translation>
    </message>
    <message>
        <source>rose</source>
        <translation>merah muda pucat</translation>
    </message>
    <message>
        <source>mauve</source>
        <translation>merah lembayung</translation>
    </message>
    <message>
        <source>pink</source>
        <translation>merah muda</translation>
    </message>
    <message>
        <source>brown</source>
        <translation>cokelat</translation>
    </message>
    <message>
        <source>olive</source>
        <translation>hijau zaitun</translation>
    </message>
    <message>
        <source>crimson</source>
        <translation>merah tua</translation>
    </message>
    <message>
        <source>sky blue</source>
        <translation>biru langit</translation>
    </message>
    <message>
        <source>indigo</source>
        <translation>nila</translation>
    </message>
    <message>
        <source>leaf green</source>
        <translation>hijau daun</translation>
    </message>
    <message>
        <source>lilac</source>
        <translation>ungu muda</translation>
    </message>
    <message>
        <source>heather</source>
        <translation>ungu kelabu</translation>
    </message>
    <message>
        <source>purple</source>
        <translation>ungu</translation>
    </message>
    <message>
        <source>slate</source>
        <translation>kelabu kebiruan</translation>
    </message>
</context>
<context>
    <name>TacticCard</name>
    <message>
        <source>Note on {tactic}</source>
        <translation>Catatan tentang {tactic}</translation>
    </message>
    <message>
        <source>What you looked at, and what you conclude from it</source>
        <translation>Apa yang Anda periksa, dan apa kesimpulannya</translation>
    </message>
    <message>
        <source>If</source>
        <translation>Jika</translation>
    </message>
    <message>
        <source>then</source>
        <translation>maka</translation>
    </message>
    <message>
        <source>by</source>
        <translation>menurut</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Menurut</translation>
    </message>
</context>
<context>
    <name>TermRow</name>
    <message>
        <source>and</source>
        <translation>dan</translation>
    </message>
    <message>
        <source>or</source>
        <translation>atau</translation>
    </message>
    <message>
        <source>coded with</source>
        <translation>diberi kode</translation>
    </message>
    <message>
        <source>not coded with</source>
        <translation>tidak diberi kode</translation>
    </message>
    <message>
        <source>on its own</source>
        <translation>tersendiri</translation>
    </message>
    <message>
        <source>overlapping</source>
        <translation>tumpang tindih</translation>
    </message>
    <message>
        <source>near</source>
        <translation>dekat</translation>
    </message>
    <message>
        <source>inside</source>
        <translation>di dalam</translation>
    </message>
    <message>
        <source>around</source>
        <translation>di sekeliling</translation>
    </message>
    <message>
        <source>at most</source>
        <translation>paling banyak</translation>
    </message>
    <message>
        <source>words between</source>
        <translation>kata di antara</translation>
    </message>
    <message>
        <source>Words between</source>
        <translation>Kata di antara</translation>
    </message>
    <message>
        <source>Take this condition away</source>
        <translation>Hapus syarat ini</translation>
    </message>
    <message>
        <source>and codes under it</source>
        <translation>dan kode di bawahnya</translation>
    </message>
</context>
<context>
    <name>TextPage</name>
    <message>
        <source>Type or paste a text</source>
        <translation>Ketik atau tempel teks</translation>
    </message>
    <message>
        <source>Name, such as W-KS-01</source>
        <translation>Nama, misalnya W-KS-01</translation>
    </message>
    <message>
        <source>Name of the text</source>
        <translation>Nama teks</translation>
    </message>
    <message>
        <source>The text</source>
        <translation>Teks</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Lanjut</translation>
    </message>
    <message>
        <source>Back to the sources</source>
        <translation>Kembali ke sumber</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Teks</translation>
    </message>
</context>
<context>
    <name>ThreeRolesView</name>
    <message>
        <source>Key, core and verification</source>
        <translation>Kunci, inti, dan verifikasi</translation>
    </message>
    <message>
        <source>Nobody of this group speaks on it. Silence is not disagreement.</source>
        <translation>Tidak ada dari kelompok ini yang menyinggungnya. Tidak menyinggung bukan berarti menolak.</translation>
    </message>
</context>
<context>
    <name>ThresholdsDialog</name>
    <message>
        <source>Thresholds of the rules</source>
        <translation>Ambang kaidah</translation>
    </message>
    <message>
        <source>These borders are Tilik’s own. What you set here is kept in the study.</source>
        <translation>Batas ini bawaan Tilik. Yang Anda atur di sini disimpan dalam studi.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Simpan</translation>
    </message>
    <message>
        <source>The rules’ own</source>
        <translation>Bawaan kaidah</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Batal</translation>
    </message>
    <message>
        <source>No verdict and no flag would change.</source>
        <translation>Tidak ada putusan dan tanda yang berubah.</translation>
    </message>
    <message numerus="yes">
        <source>%n claim(s) would be judged otherwise:</source>
        <translation><numerusform>%n klaim akan dinilai lain:</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation><numerusform>dan %n lagi</numerusform></translation>
    </message>
    <message>
        <source>{claim}: {verdict}, by other counts or flags</source>
        <translation>{claim}: {verdict}, oleh hitungan atau tanda lain</translation>
    </message>
</context>
<context>
    <name>TimeLine</name>
    <message>
        <source>Selections along the time</source>
        <translation>Bagian terpilih di sepanjang waktu</translation>
    </message>
</context>
<context>
    <name>TitleDialog</name>
    <message>
        <source>Title</source>
        <translation>Judul</translation>
    </message>
</context>
<context>
    <name>TraceField</name>
    <message>
        <source>Trace a code, finding, source, excerpt…</source>
        <translation>Lacak kode, temuan, sumber, kutipan…</translation>
    </message>
</context>
<context>
    <name>TranscriptView</name>
    <message>
        <source>Transcript</source>
        <translation>Transkrip</translation>
    </message>
</context>
<context>
    <name>TreeEditing</name>
    <message numerus="yes">
        <source>%n code(s)</source>
        <translation><numerusform>%n kode</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n coding(s)</source>
        <translation><numerusform>%n pengodean</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n excerpt(s) that nothing else points to</source>
        <translation><numerusform>%n kutipan yang tidak dirujuk hal lain</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n memo(s)</source>
        <translation><numerusform>%n memo</numerusform></translation>
    </message>
    <message>
        <source>Delete {names}?</source>
        <translation>Hapus {names}?</translation>
    </message>
    <message>
        <source>This goes with it. Undo brings all of it back.</source>
        <translation>Ini ikut terhapus. Semua dapat dikembalikan dengan urungkan.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Hapus</translation>
    </message>
    <message>
        <source>Trace this code</source>
        <translation>Lacak kode ini</translation>
    </message>
    <message>
        <source>Choose an excerpt first, in the text or in the list under it.</source>
        <translation>Pilih kutipan dulu, di teks atau di daftar di bawahnya.</translation>
    </message>
</context>
<context>
    <name>TriangulationPage</name>
    <message>
        <source>Findings</source>
        <translation>Temuan</translation>
    </message>
    <message>
        <source>Codes</source>
        <translation>Kode</translation>
    </message>
    <message>
        <source>Copy table</source>
        <translation>Salin tabel</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Semua</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Metode</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Sumber</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Peran</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>Lokasi</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Periode</translation>
    </message>
    <message>
        <source>Who was asked</source>
        <translation>Siapa yang ditanya</translation>
    </message>
    <message>
        <source>Thresholds…</source>
        <translation>Ambang…</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Bukti</translation>
    </message>
    <message>
        <source>Choose a cell to see its excerpts.</source>
        <translation>Pilih sel untuk melihat kutipannya.</translation>
    </message>
    <message>
        <source>No findings yet</source>
        <translation>Belum ada temuan</translation>
    </message>
    <message>
        <source>A finding answers a focus in one sentence. Its evidence is triangulated.</source>
        <translation>Temuan menjawab satu fokus dalam satu kalimat. Buktinya ditriangulasi.</translation>
    </message>
    <message>
        <source>New finding</source>
        <translation>Temuan baru</translation>
    </message>
    <message>
        <source>No codes yet</source>
        <translation>Belum ada kode</translation>
    </message>
    <message>
        <source>Once transcripts are coded, each code is triangulated here.</source>
        <translation>Setelah transkrip dikodekan, setiap kode ditriangulasi di sini.</translation>
    </message>
    <message>
        <source>Go and code</source>
        <translation>Mulai mengode</translation>
    </message>
    <message>
        <source>All verdicts</source>
        <translation>Semua simpulan</translation>
    </message>
    <message>
        <source>Evidence for {claim}</source>
        <translation>Bukti untuk {claim}</translation>
    </message>
    <message>
        <source>Nothing was said on this yet. Silence is not disagreement.</source>
        <translation>Belum ada yang menyinggungnya. Tidak menyinggung bukan berarti menolak.</translation>
    </message>
    <message>
        <source>{name} was not examined for this focus.</source>
        <translation>{name} tidak diperiksa untuk fokus ini.</translation>
    </message>
    <message>
        <source>{name} speaks by numbers, without an excerpt.</source>
        <translation>{name} berbicara lewat angka, tanpa kutipan.</translation>
    </message>
    <message>
        <source>{name} is silent on this. Silence is not disagreement.</source>
        <translation>{name} tidak menyinggungnya. Tidak menyinggung bukan berarti menolak.</translation>
    </message>
</context>
<context>
    <name>TriangulationTable</name>
    <message>
        <source>Verdicts</source>
        <translation>Simpulan</translation>
    </message>
</context>
<context>
    <name>VerifyRoom</name>
    <message>
        <source>New finding</source>
        <translation>Temuan baru</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>Verifikasi</translation>
    </message>
    <message>
        <source>Triangulation</source>
        <translation>Triangulasi</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>Perbandingan</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Temuan</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Yang kurang</translation>
    </message>
    <message>
        <source>Member checks</source>
        <translation>Pengecekan anggota</translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>Kesepakatan</translation>
    </message>
    <message>
        <source>Audit trail</source>
        <translation>Jejak audit</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>Mutu</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>To look closely: from transcripts to a Word chapter in which every conclusion is checked by method and by source.</source>
        <translation>Melihat dengan teliti: dari transkrip sampai bab Word yang setiap kesimpulannya diperiksa menurut metode dan sumber.</translation>
    </message>
    <message>
        <source>Open the sample study</source>
        <translation>Buka studi contoh</translation>
    </message>
    <message>
        <source>New study…</source>
        <translation>Studi baru…</translation>
    </message>
    <message>
        <source>Open a study…</source>
        <translation>Buka studi…</translation>
    </message>
    <message>
        <source>Recent studies</source>
        <translation>Studi terakhir</translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>Restore a backup…</source>
        <translation>Pulihkan cadangan…</translation>
    </message>
</context>
<context>
    <name>WordsModel</name>
    <message>
        <source>Count</source>
        <translation>Jumlah</translation>
    </message>
    <message>
        <source>Per 1,000</source>
        <translation>Per 1.000</translation>
    </message>
    <message>
        <source>Elsewhere</source>
        <translation>Di tempat lain</translation>
    </message>
    <message>
        <source>Per 1,000 there</source>
        <translation>Per 1.000 di sana</translation>
    </message>
    <message>
        <source>G²</source>
        <translation>G²</translation>
    </message>
    <message>
        <source>In groups</source>
        <translation>Dalam kelompok</translation>
    </message>
    <message>
        <source>Word</source>
        <translation>Kata</translation>
    </message>
    <message>
        <source>Forms</source>
        <translation>Bentuk</translation>
    </message>
    <message>
        <source>So small a difference may be chance (5 %)</source>
        <translation>Perbedaan sekecil ini mungkin kebetulan (5 %)</translation>
    </message>
</context>
<context>
    <name>WordsPage</name>
    <message>
        <source>Word list</source>
        <translation>Daftar kata</translation>
    </message>
    <message>
        <source>Key terms</source>
        <translation>Kata kunci</translation>
    </message>
    <message>
        <source>method</source>
        <translation>metode</translation>
    </message>
    <message>
        <source>role</source>
        <translation>peran</translation>
    </message>
    <message>
        <source>site</source>
        <translation>lokasi</translation>
    </message>
    <message>
        <source>source</source>
        <translation>sumber</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Menurut</translation>
    </message>
    <message>
        <source>all</source>
        <translation>semua</translation>
    </message>
    <message>
        <source>Forms together</source>
        <translation>Gabungkan bentuk kata</translation>
    </message>
    <message>
        <source>Count mengajar and pelajaran as ajar, taught as teach</source>
        <translation>Hitung mengajar dan pelajaran sebagai ajar, taught sebagai teach</translation>
    </message>
    <message>
        <source>The researcher’s words too</source>
        <translation>Termasuk kata peneliti</translation>
    </message>
    <message>
        <source>Stop words…</source>
        <translation>Kata umum…</translation>
    </message>
    <message>
        <source>Filter words</source>
        <translation>Saring kata</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Kata-kata</translation>
    </message>
    <message>
        <source>Find the word in its context</source>
        <translation>Cari kata dalam konteksnya</translation>
    </message>
    <message>
        <source>Do not list this word</source>
        <translation>Jangan daftar kata ini</translation>
    </message>
    <message>
        <source>Copy words</source>
        <translation>Salin kata</translation>
    </message>
    <message>
        <source>No words yet</source>
        <translation>Belum ada kata</translation>
    </message>
    <message>
        <source>Once transcripts are collected, their words are counted here.</source>
        <translation>Setelah transkrip dikumpulkan, kata-katanya dihitung di sini.</translation>
    </message>
    <message>
        <source>Looking up the forms of words</source>
        <translation>Mencari bentuk-bentuk kata</translation>
    </message>
    <message>
        <source>G²: log-likelihood against the rest of the study (Dunning 1993); – may be chance</source>
        <translation>G²: log-likelihood terhadap bagian lain studi (Dunning 1993); – mungkin kebetulan</translation>
    </message>
    <message numerus="yes">
        <source>%n word(s) listed</source>
        <translation><numerusform>%n kata didaftar</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n running word(s)</source>
        <translation><numerusform>%n kata seluruhnya</numerusform></translation>
    </message>
</context>
<context>
    <name>WritingBox</name>
    <message>
        <source>What is otherwise than in the file before</source>
        <translation>Apa yang berbeda dari berkas sebelumnya</translation>
    </message>
    <message>
        <source>Write to</source>
        <translation>Tulis ke</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Pilih…</translation>
    </message>
    <message>
        <source>Choose where to write</source>
        <translation>Pilih tempat menulis</translation>
    </message>
    <message>
        <source>Word (.docx)</source>
        <translation>Word (.docx)</translation>
    </message>
    <message>
        <source>web page (.html)</source>
        <translation>halaman web (.html)</translation>
    </message>
    <message>
        <source>workbook (.xlsx)</source>
        <translation>buku kerja (.xlsx)</translation>
    </message>
    <message>
        <source>PDF (.pdf)</source>
        <translation>PDF (.pdf)</translation>
    </message>
    <message>
        <source>As</source>
        <translation>Sebagai</translation>
    </message>
    <message>
        <source>Keep my own words in it</source>
        <translation>Pertahankan tulisan saya di dalamnya</translation>
    </message>
    <message>
        <source>What you wrote in Word between the parts that Tilik wrote stays where it is.</source>
        <translation>Apa yang Anda tulis di Word di antara bagian-bagian tulisan Tilik tetap di tempatnya.</translation>
    </message>
    <message>
        <source>Names…</source>
        <translation>Nama…</translation>
    </message>
    <message>
        <source>List the names that would still be read in the file</source>
        <translation>Daftar nama yang masih akan terbaca dalam berkas</translation>
    </message>
    <message>
        <source>Write the report</source>
        <translation>Tulis laporan</translation>
    </message>
    <message>
        <source>How far the report is</source>
        <translation>Kemajuan laporan</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Batal</translation>
    </message>
    <message>
        <source>Cancel writing the report</source>
        <translation>Batalkan penulisan laporan</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>Buka</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Tampilkan di folder</translation>
    </message>
    <message>
        <source>Writing the report</source>
        <translation>Menulis laporan</translation>
    </message>
    <message>
        <source>Cancelled; nothing was written.</source>
        <translation>Dibatalkan; tidak ada yang ditulis.</translation>
    </message>
    <message>
        <source>Written: {name}</source>
        <translation>Ditulis: {name}</translation>
    </message>
    <message>
        <source>It says what it said before.</source>
        <translation>Isinya sama seperti sebelumnya.</translation>
    </message>
    <message>
        <source>Replace “{name}”?</source>
        <translation>Ganti “{name}”?</translation>
    </message>
    <message>
        <source>There is a file of that name already.</source>
        <translation>Sudah ada berkas dengan nama itu.</translation>
    </message>
    <message>
        <source>Replace it</source>
        <translation>Ganti</translation>
    </message>
    <message>
        <source>Write the report to</source>
        <translation>Tulis laporan ke</translation>
    </message>
    <message>
        <source>Reports (*.docx *.html *.xlsx *.pdf)</source>
        <translation>Laporan (*.docx *.html *.xlsx *.pdf)</translation>
    </message>
</context>
<context>
    <name>_DatesPopup</name>
    <message>
        <source>From</source>
        <translation>Dari</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Sampai</translation>
    </message>
    <message>
        <source>day/month/year</source>
        <translation>tanggal/bulan/tahun</translation>
    </message>
    <message>
        <source>This is not read as a day: 31/01/2017</source>
        <translation>Ini tidak terbaca sebagai tanggal: 31/01/2017</translation>
    </message>
    <message>
        <source>Sources without a date are left out</source>
        <translation>Sumber tanpa tanggal tidak disertakan</translation>
    </message>
</context>
<context>
    <name>stance</name>
    <message>
        <source>affirms</source>
        <translation>membenarkan</translation>
    </message>
    <message>
        <source>denies</source>
        <translation>menyangkal</translation>
    </message>
    <message>
        <source>mixed</source>
        <translation>campuran</translation>
    </message>
    <message>
        <source>supports</source>
        <translation>mendukung</translation>
    </message>
    <message>
        <source>contradicts</source>
        <translation>bertentangan</translation>
    </message>
    <message>
        <source>qualifies</source>
        <translation>mendukung dengan catatan</translation>
    </message>
</context>
<context>
    <name>weight</name>
    <message>
        <source>weak</source>
        <translation>lemah</translation>
    </message>
    <message>
        <source>middling</source>
        <translation>sedang</translation>
    </message>
    <message>
        <source>strong</source>
        <translation>kuat</translation>
    </message>
</context>
</TS>