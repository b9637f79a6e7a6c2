"""The lemmas of the words of a study: looked up once a word, kept, and read by searches.

Both languages of transcripts are looked up, for interviews mix them. What is read again after a
change is only which words are new.
"""

from collections.abc import Callable, Iterable
from weakref import WeakKeyDictionary

from sqlalchemy import Connection, insert, select, text

from app.language.lemmas import SPOKEN, fold, lemmas
from app.study import Study
from models.fulltext import WordLemma

Progress = Callable[[int, int], None]
Cancelled = Callable[[], bool]
AT_ONCE = 5_000
"""So many words are looked up and written between two looks at whether to stop."""

_VOCABULARY = text(
    "CREATE VIRTUAL TABLE IF NOT EXISTS temp.vocabulary USING fts5vocab('main','passage_fts','row')"
)
_NEW = text(
    "SELECT term FROM temp.vocabulary WHERE term NOT IN "
    "(SELECT word FROM word_lemma WHERE language = :language)"
)
_WORDS = text("SELECT term FROM temp.vocabulary")

# Of a study that takes no writing the lemmas are kept here: (word, language) to lemma.
_kept: WeakKeyDictionary[Study, dict[tuple[str, str], str]] = WeakKeyDictionary()


def new_words(study: Study) -> int:
    """Return how many words of the texts have no lemma yet, over the languages."""
    with study.read() as connection:
        return sum(len(words) for words in _new(study, connection).values())


def index_lemmas(
    study: Study, progress: Progress | None = None, cancelled: Cancelled | None = None
) -> int:
    """Look up the words that have no lemma yet and return how many they were.

    No step of the history. Cancelled work keeps what it has found. Of a read-only study the
    lemmas are kept while it is open.
    """
    with study.read() as connection:
        wanted = _new(study, connection)
    total, done = sum(map(len, wanted.values())), 0
    for language, words in wanted.items():
        for at in range(0, len(words), AT_ONCE):
            if cancelled is not None and cancelled():
                return done
            few = words[at : at + AT_ONCE]
            _keep(study, language, few, lemmas(few, language))
            done += len(few)
            if progress is not None:
                progress(done, total)
    return done


def forms_of(study: Study, word: str) -> list[str]:
    """Return the words of the texts that have the lemma `word`, or a lemma that `word` has.

    Folded and sorted; `word` itself is always among them, also where no text has it.
    """
    folded = fold(word)
    wanted: set[tuple[str, str]] = set()
    with study.read() as connection:
        for language in SPOKEN:
            lemma = _lemma_of(study, connection, folded, language)
            wanted |= {(language, folded), (language, lemma)}
        found = _with_lemma(study, connection, wanted)
    return sorted({folded, *found})


def lemmas_of_language(study: Study, language: str) -> dict[str, str]:
    """Return the lemma of every word that was looked up in one language."""
    if study.read_only:
        kept = _kept.get(study, {})
        own = {word: lemma for (word, spoken), lemma in kept.items() if spoken == language}
    else:
        own = {}
    query = select(WordLemma.word, WordLemma.lemma).where(WordLemma.language == language)
    with study.read() as connection:
        return {row.word: row.lemma for row in connection.execute(query)} | own


def _new(study: Study, connection: Connection) -> dict[str, list[str]]:
    connection.execute(_VOCABULARY)
    found: dict[str, list[str]] = {}
    kept = _kept.get(study, {})
    for language in SPOKEN:
        words = connection.scalars(_NEW, {"language": language})
        found[language] = [w for w in words if w.isalpha() and (w, language) not in kept]
    return found


def _keep(study: Study, language: str, words: list[str], found: list[str]) -> None:
    pairs = zip(words, found, strict=True)
    if study.read_only:
        rows = {(word, language): lemma for word, lemma in pairs}
        _kept.setdefault(study, {}).update(rows)
        return
    with study.indexing() as connection:
        connection.execute(
            insert(WordLemma).prefix_with("OR REPLACE"),
            [{"word": word, "language": language, "lemma": lemma} for word, lemma in pairs],
        )


def _lemma_of(study: Study, connection: Connection, word: str, language: str) -> str:
    kept = _kept.get(study, {}).get((word, language))
    if kept is not None:
        return kept
    query = select(WordLemma.lemma).where(WordLemma.word == word, WordLemma.language == language)
    return connection.scalar(query) or lemmas([word], language)[0]


def _with_lemma(
    study: Study, connection: Connection, wanted: Iterable[tuple[str, str]]
) -> set[str]:
    found: set[str] = set()
    for language, lemma in wanted:
        query = select(WordLemma.word).where(
            WordLemma.lemma == lemma, WordLemma.language == language
        )
        found.update(connection.scalars(query))
    kept, pairs = _kept.get(study, {}), set(wanted)
    return found | {word for (word, spoken), lemma in kept.items() if (spoken, lemma) in pairs}
