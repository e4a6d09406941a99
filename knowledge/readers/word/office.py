"""Files of older and other word processors (.doc, .rtf, .odt), turned into .docx by LibreOffice."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from knowledge.law.findings import Finding, FindingKind
from knowledge.readers.extract import Extract, Refusal, UnreadableReason
from knowledge.readers.kinds import FileKind, kind_of
from knowledge.readers.tools import find_tool, run_tool
from knowledge.readers.word import word
from knowledge.readers.word.package import Package

_PROFILE = """\
<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">\
<prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop>\
<prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop>\
<prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop>\
<prop oor:name="DisableActiveContent" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update">\
<prop oor:name="Link" oor:op="fuse"><value>0</value></prop></item>
<item oor:path="/org.openoffice.Inet/Settings">\
<prop oor:name="ooInetProxyType" oor:op="fuse"><value>2</value></prop>\
<prop oor:name="ooInetHTTPProxyName" oor:op="fuse"><value>127.0.0.1</value></prop>\
<prop oor:name="ooInetHTTPProxyPort" oor:op="fuse"><value>9</value></prop>\
<prop oor:name="ooInetHTTPSProxyName" oor:op="fuse"><value>127.0.0.1</value></prop>\
<prop oor:name="ooInetHTTPSProxyPort" oor:op="fuse"><value>9</value></prop></item>
</oor:items>
"""
"""Settings under which LibreOffice runs no macro, follows no link and reaches no network."""


def read(raw: bytes) -> Extract:
    """Return the lines of the file `raw`, which is a .doc, .rtf or .odt.

    Raises:
        Refusal: the file is damaged, or LibreOffice is missing.
    """
    kind = kind_of(raw)
    if kind is FileKind.ODT:
        Package(raw)
    extract = word.read(_converted(raw, kind))
    # parts in which macros stand, in an Open Document and in an old Word file
    active = (
        (Finding(FindingKind.ACTIVE_CONTENT, 1),)
        if b"Basic/script-lc.xml" in raw or "_VBA_PROJECT".encode("utf-16-le") in raw
        else ()
    )
    return Extract(extract.lines, (*active, *extract.findings))


def _converted(raw: bytes, kind: FileKind) -> bytes:
    """Return `raw` as a .docx."""
    soffice = find_tool("soffice", f".{kind} files cannot be read", "libreoffice-writer-nogui")
    with TemporaryDirectory() as name:
        folder = Path(name)
        source, target = folder / f"source.{kind}", folder / "out" / "source.docx"
        settings = folder / "profile" / "user" / "registrymodifications.xcu"
        settings.parent.mkdir(parents=True)
        settings.write_text(_PROFILE, encoding="utf-8")
        source.write_bytes(raw)
        run_tool(
            [
                soffice,
                f"-env:UserInstallation={(folder / 'profile').as_uri()}",
                *("--headless", "--norestore", "--nolockcheck", "--convert-to", "docx"),
                *("--outdir", target.parent, source),
            ]
        )
        if not target.exists():
            raise Refusal(UnreadableReason.NOT_OPENED)
        return target.read_bytes()
