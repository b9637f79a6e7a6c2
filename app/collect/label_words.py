"""The words that tell labels apart, in Indonesian and English."""


def words(text: str) -> frozenset[str]:
    """Return the words of `text` as a set."""
    return frozenset(text.split())


RESEARCHER_WORDS = words(
    "interviewer researcher moderator facilitator fasilitator peneliti pewawancara penanya host "
    "int mod question pertanyaan tanya"
)
ANSWERER_WORDS = words(
    "narasumber informan informant responden respondent interviewee participant partisipan "
    "peserta subjek terwawancara jawab jawaban answer"
)
NO_SPEAKERS = words(
    "catatan note notes nb ps keterangan tujuan sumber source tanggal date hari waktu time jam "
    "pukul tempat place lokasi location nama name alamat address tabel table gambar figure kode "
    "code topik topic judul title subject perihal hal lampiran bab chapter contoh example "
    "kesimpulan conclusion simpulan hasil result results metode method teknik durasi duration "
    "umur usia age jabatan position post sekolah school fokus focus rekaman recording transkrip "
    "transcript versi version tel telp email e-mail http https link url web situs nomor number no "
    "agenda acara kegiatan activity sasaran materi pemateri aims aim goal summary ringkasan "
    "abstrak abstract keywords warning important penting kelas class jenis type masalah problem "
    "saran harapan kendala pendidikan instrumen instrument bahasa language"
)
PARTICLES = words("bin binti van der den de da dos di el al von la le y dan and of")
"""Small words inside a name."""
