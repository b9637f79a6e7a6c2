"""Words that are no names though they begin with a capital: looked up, not guessed."""

from functools import cache
from typing import Any

from app.collect.label_words import words
from app.language.lemmas import SPOKEN, stop_words

TITLES = words("pak bu bapak ibu bpk mr mrs ms dr prof drs dra ir ust ustad ustadz ustadzah")
"""Behind these comes a name, or a post."""
SHORTENED = words("bpk mr mrs ms dr prof drs dra ir ust")
"""Titles that may be written with a full stop; behind the others it ends a sentence."""
PILGRIM_TITLES = words("h hj")
"""Titles only with a full stop: H. Ahmad, Hj. Aminah."""
POSTS = words(
    "guru kepala ketua wakil sekretaris bendahara pengawas camat lurah bupati walikota gubernur "
    "menteri presiden dosen dokter rektor dekan direktur manajer kades rt rw kiai ustaz haji hajah "
    "teacher principal head chair chairman chairperson chairwoman supervisor secretary treasurer "
    "president minister doctor director manager dean mayor governor bapak ibu pak bu"
)
OTHERS = words(
    "senin selasa rabu kamis jumat sabtu minggu januari februari maret april mei juni juli agustus "
    "september oktober november desember monday tuesday wednesday thursday friday saturday sunday "
    "january february march may june july august october december allah tuhan islam muslim kristen "
    "katolik hindu buddha god muslim christian catholic ramadan ramadhan idul lebaran natal easter "
    "christmas english indonesian sundanese javanese bahasa matematika ipa ips pkn mathematics "
    "alhamdulillah insya assalamualaikum waalaikumsalam i ok oke internet google whatsapp zoom"
)
PLACE_WORDS = words(
    "sd sdn sdit mi min smp smpn mts sma sman smk ma man tk paud desa kecamatan kabupaten kota "
    "kampung dusun jalan jl gang provinsi gugus sekolah school village district city street"
)


@cache
def never_names() -> frozenset[str]:
    """Return words, in small letters, that are no names whatever their letters: stop words, posts.

    The first call imports spaCy: some seconds, not for the GUI thread.
    """
    found = OTHERS | POSTS
    for language in SPOKEN:
        found |= stop_words(language)
    return found


def in_a_table(word: str) -> bool:
    """Tell whether a look-up table knows a word: it may be a name all the same (Budi, Grace)."""
    small = word.lower()
    return any(small in lemmas or small in table for lemmas, table in _tables())


@cache
def _tables() -> tuple[tuple[frozenset[str], Any], ...]:
    from spacy.lookups import load_lookups

    tables = [load_lookups(one, ["lemma_lookup"]).get_table("lemma_lookup") for one in SPOKEN]
    return tuple((frozenset(map(str, table.values())), table) for table in tables)
