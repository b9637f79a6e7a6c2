"""Small REFI-QDA files, written by hand."""

import zipfile

NS = 'xmlns="urn:QDA-XML:project:1.0"'


def guid(number):
    return f"00000000-0000-4000-8000-{number:012d}"


USER, CODE, SOURCE, SELECTION, CODING = map(guid, range(1, 6))


def selection(start, end, name="", number=0, code=CODE, inside=""):
    named = f' name="{name}"' if name else ""
    return (
        f'<PlainTextSelection guid="{guid(1000 + number)}" startPosition="{start}" '
        f'endPosition="{end}"{named}>{inside}<Coding guid="{guid(2000 + number)}" '
        f'creatingUser="{USER}" creationDateTime="2024-05-01T10:00:00Z">'
        f'<CodeRef targetGUID="{code}"/></Coding></PlainTextSelection>'
    )


def project(sources="", more="", before="", origin="Other 1.0"):
    held = f"<Sources>{sources}</Sources>" if sources else ""
    return (
        f'<?xml version="1.0" encoding="utf-8"?><Project {NS} name="P" origin="{origin}">'
        f'<Users><User guid="{USER}" name="Ann"/></Users>'
        f'<CodeBook><Codes><Code guid="{CODE}" name="Work" isCodable="true" color="#123"/></Codes>'
        f"</CodeBook>{before}{held}{more}</Project>"
    )


def text_source(selections="", path="internal://a.txt", rest="", number=0, name="Talk"):
    return (
        f'<TextSource guid="{guid(500 + number)}" name="{name}" plainTextPath="{path}">'
        f"{selections}{rest}</TextSource>"
    )


def qdpx(path, xml, members=None, name="project.qde"):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, xml)
        for member, data in (members or {}).items():
            archive.writestr(member, data)
    return path
