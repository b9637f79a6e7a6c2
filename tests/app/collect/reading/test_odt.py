import pytest

from app.collect.reading.odt import read_odt
from app.errors import UserError
from tests.app.collect.files import odt

STYLES = """
<text:list-style style:name="L1">
 <text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>
 <text:list-level-style-bullet text:level="2" text:bullet-char="&#xE00C;"/>
</text:list-style>
"""


def text(body, **more):
    return read_odt("a.odt", odt(body, **more)).text


def test_paragraphs_spaces_tabs_and_links_stand_in_order():
    body = (
        "<text:p>  One\n   two<text:s text:c='3'/>three<text:tab/>four<text:line-break/>five "
        "</text:p>"
        "<text:p/><text:p><text:a>link</text:a><text:span> and</text:span> more"
        "<office:annotation><text:p>remark</text:p></office:annotation></text:p>"
    )
    assert text(body) == "One two   three\tfour\nfive \n\nlink and more"


def test_headings_lists_and_tables():
    body = (
        '<text:h text:outline-level="2">Hasil</text:h>'
        '<text:list text:style-name="L1"><text:list-item><text:p>first</text:p>'
        "<text:list><text:list-item><text:p>dot</text:p></text:list-item></text:list>"
        "</text:list-item><text:list-item><text:p>second</text:p><text:p>same item</text:p>"
        "</text:list-item></text:list>"
        '<text:list text:style-name="L1" text:continue-numbering="true"><text:list-item>'
        "<text:p>third</text:p></text:list-item></text:list>"
        "<table:table><table:table-row><table:table-cell><text:p>a</text:p></table:table-cell>"
        '<table:table-cell table:number-columns-repeated="2"/><table:table-cell><text:p>b</text:p>'
        "</table:table-cell></table:table-row></table:table>"
    )
    read = read_odt("a.odt", odt(body, automatic=STYLES))
    assert read.text.split("\n") == [
        "Hasil",
        "1. first",
        "• dot",
        "2. second",
        "same item",
        "3. third",
        "a\t\t\tb",
    ]
    assert read.title == "Hasil"
    assert [(h.start, h.end, h.level) for h in read.headings] == [(0, 5, 2)]


def test_notes_boxes_and_tracked_deletions():
    def note(kind, words):
        return (
            f'<text:note text:note-class="{kind}"><text:note-citation>9</text:note-citation>'
            f"<text:note-body><text:p>{words}</text:p></text:note-body></text:note>"
        )

    body = (
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>gone</text:p>"
        "</text:deletion></text:changed-region></text:tracked-changes>"
        f"<text:p>A claim{note('footnote', 'Said twice.')} stands.{note('endnote', 'The end.')}"
        "</text:p><text:p><draw:frame><draw:text-box><text:p>In the box</text:p></draw:text-box>"
        "</draw:frame>Anchor</text:p>"
    )
    assert text(body).split("\n") == [
        "A claim[1] stands.[i]",
        "[1] Said twice.",
        "Anchor",
        "In the box",
        "[i] The end.",
    ]


def test_a_protected_one_says_so():
    with pytest.raises(UserError, match=r"“a.odt” is protected by a password\. Save it without"):
        text("<text:p>x</text:p>", manifest="<m><encryption-data/></m>")
