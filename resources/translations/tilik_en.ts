<?xml version='1.0' encoding='UTF-8'?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>AgreementPage</name>
    <message numerus="yes">
        <source>%n disagreement(s) open</source>
        <translation>
            <numerusform>%n disagreement open</numerusform>
            <numerusform>%n disagreements open</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n settled</source>
        <translation>
            <numerusform>%n settled</numerusform>
            <numerusform>%n settled</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In %n source(s) that both coded</source>
        <translation>
            <numerusform>In %n source that both coded</numerusform>
            <numerusform>In %n sources that both coded</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the first %n disagreement(s) are listed</source>
        <translation>
            <numerusform>the first %n disagreement are listed</numerusform>
            <numerusform>the first %n disagreements are listed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AuditPage</name>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n step</numerusform>
            <numerusform>%n steps</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BoardModel</name>
    <message numerus="yes">
        <source>%n excerpt(s)</source>
        <translation>
            <numerusform>%n excerpt</numerusform>
            <numerusform>%n excerpts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n code(s)</source>
        <translation>
            <numerusform>%n code</numerusform>
            <numerusform>%n codes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n informant(s)</source>
        <translation>
            <numerusform>%n informant</numerusform>
            <numerusform>%n informants</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BoardPane</name>
    <message numerus="yes">
        <source>%n code(s)</source>
        <translation>
            <numerusform>%n code</numerusform>
            <numerusform>%n codes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n group(s)</source>
        <translation>
            <numerusform>%n group</numerusform>
            <numerusform>%n groups</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ClearDialog</name>
    <message numerus="yes">
        <source>%n name(s) of the table would be read: show pseudonyms, and they are replaced.</source>
        <translation>
            <numerusform>%n name of the table would be read: show pseudonyms, and they are replaced.</numerusform>
            <numerusform>%n names of the table would be read: show pseudonyms, and they are replaced.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n word(s) may be a name that the table does not have.</source>
        <translation>
            <numerusform>%n word may be a name that the table does not have.</numerusform>
            <numerusform>%n words may be a name that the table does not have.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ClustersPane</name>
    <message numerus="yes">
        <source>%n code(s) that nobody speaks of</source>
        <translation>
            <numerusform>%n code that nobody speaks of</numerusform>
            <numerusform>%n codes that nobody speaks of</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n group(s) at distance {distance}</source>
        <translation>
            <numerusform>%n group at distance {distance}</numerusform>
            <numerusform>%n groups at distance {distance}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Group of %n code(s)</source>
        <translation>
            <numerusform>Group of %n code</numerusform>
            <numerusform>Group of %n codes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CodeJoining</name>
    <message numerus="yes">
        <source>%n code(s) with name and colour: {names}</source>
        <translation>
            <numerusform>%n code with name and colour: {names}</numerusform>
            <numerusform>%n codes with name and colour: {names}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n coding(s) that the code has already</source>
        <translation>
            <numerusform>%n coding that the code has already</numerusform>
            <numerusform>%n codings that the code has already</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n coding(s)</source>
        <translation>
            <numerusform>%n coding</numerusform>
            <numerusform>%n codings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n memo(s) on the codes</source>
        <translation>
            <numerusform>%n memo on the codes</numerusform>
            <numerusform>%n memos on the codes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n code(s) under them</source>
        <translation>
            <numerusform>%n code under them</numerusform>
            <numerusform>%n codes under them</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CodeModel</name>
    <message numerus="yes">
        <source>%n excerpt(s)</source>
        <translation>
            <numerusform>%n excerpt</numerusform>
            <numerusform>%n excerpts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of its own</source>
        <translation>
            <numerusform>%n of its own</numerusform>
            <numerusform>%n of its own</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n informant(s)</source>
        <translation>
            <numerusform>%n informant</numerusform>
            <numerusform>%n informants</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CodePane</name>
    <message numerus="yes">
        <source>%n code(s) found</source>
        <translation>
            <numerusform>%n code found</numerusform>
            <numerusform>%n codes found</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n favourite(s)</source>
        <translation>
            <numerusform>%n favourite</numerusform>
            <numerusform>%n favourites</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n recently used</source>
        <translation>
            <numerusform>%n recently used</numerusform>
            <numerusform>%n recently used</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unused code(s)</source>
        <translation>
            <numerusform>%n unused code</numerusform>
            <numerusform>%n unused codes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CodeSplit</name>
    <message numerus="yes">
        <source>%n excerpt(s) chosen</source>
        <translation>
            <numerusform>%n excerpt chosen</numerusform>
            <numerusform>%n excerpts chosen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CodeVersions</name>
    <message numerus="yes">
        <source>%n earlier version(s)</source>
        <translation>
            <numerusform>%n earlier version</numerusform>
            <numerusform>%n earlier versions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CollectRoom</name>
    <message numerus="yes">
        <source>%n source(s)</source>
        <translation>
            <numerusform>%n source</numerusform>
            <numerusform>%n sources</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Correcting</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExcerptsPanel</name>
    <message numerus="yes">
        <source>%n excerpt(s)</source>
        <translation>
            <numerusform>%n excerpt</numerusform>
            <numerusform>%n excerpts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n informant(s)</source>
        <translation>
            <numerusform>%n informant</numerusform>
            <numerusform>%n informants</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n method(s)</source>
        <translation>
            <numerusform>%n method</numerusform>
            <numerusform>%n methods</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GridPane</name>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n filled cell(s)</source>
        <translation>
            <numerusform>%n filled cell</numerusform>
            <numerusform>%n filled cells</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GroupStrip</name>
    <message numerus="yes">
        <source>New group of %n code(s)</source>
        <translation>
            <numerusform>New group of %n code</numerusform>
            <numerusform>New group of %n codes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportDetail</name>
    <message numerus="yes">
        <source>%n source(s), one for each answer</source>
        <translation>
            <numerusform>%n source, one for each answer</numerusform>
            <numerusform>%n sources, one for each answer</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportPage</name>
    <message numerus="yes">
        <source>%n file(s) to import</source>
        <translation>
            <numerusform>%n file to import</numerusform>
            <numerusform>%n files to import</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with something in the way</source>
        <translation>
            <numerusform>%n with something in the way</numerusform>
            <numerusform>%n with something in the way</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>JudgePane</name>
    <message numerus="yes">
        <source>%n dismissed: offer again</source>
        <translation>
            <numerusform>%n dismissed: offer again</numerusform>
            <numerusform>%n dismissed: offer again</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n excerpt(s) against it.</source>
        <translation>
            <numerusform>%n excerpt against it.</numerusform>
            <numerusform>%n excerpts against it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MembersPage</name>
    <message numerus="yes">
        <source>%n claim(s) read otherwise by now than when they were shown.</source>
        <translation>
            <numerusform>%n claim read otherwise by now than when they were shown.</numerusform>
            <numerusform>%n claims read otherwise by now than when they were shown.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) taken as evidence.</source>
        <translation>
            <numerusform>%n answer taken as evidence.</numerusform>
            <numerusform>%n answers taken as evidence.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MemosPage</name>
    <message numerus="yes">
        <source>%n memo(s)</source>
        <translation>
            <numerusform>%n memo</numerusform>
            <numerusform>%n memos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MissingPage</name>
    <message numerus="yes">
        <source>%n to do</source>
        <translation>
            <numerusform>%n to do</numerusform>
            <numerusform>%n to do</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n settled</source>
        <translation>
            <numerusform>%n settled</numerusform>
            <numerusform>%n settled</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NamesPage</name>
    <message numerus="yes">
        <source>%n name(s)</source>
        <translation>
            <numerusform>%n name</numerusform>
            <numerusform>%n names</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s)</source>
        <translation>
            <numerusform>%n place</numerusform>
            <numerusform>%n places</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n transcript(s)</source>
        <translation>
            <numerusform>%n transcript</numerusform>
            <numerusform>%n transcripts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NetworkPane</name>
    <message numerus="yes">
        <source>%n node(s)</source>
        <translation>
            <numerusform>%n node</numerusform>
            <numerusform>%n nodes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n link(s)</source>
        <translation>
            <numerusform>%n link</numerusform>
            <numerusform>%n links</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PairsModel</name>
    <message numerus="yes">
        <source>%n excerpt(s)</source>
        <translation>
            <numerusform>%n excerpt</numerusform>
            <numerusform>%n excerpts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PairsPane</name>
    <message numerus="yes">
        <source>%n pair(s) of codes stand together</source>
        <translation>
            <numerusform>%n pair of codes stand together</numerusform>
            <numerusform>%n pairs of codes stand together</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReadingPage</name>
    <message numerus="yes">
        <source>%n coding(s)</source>
        <translation>
            <numerusform>%n coding</numerusform>
            <numerusform>%n codings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RecordPage</name>
    <message numerus="yes">
        <source>Delete %n row(s)?</source>
        <translation>
            <numerusform>Delete %n row?</numerusform>
            <numerusform>Delete %n rows?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReportRoom</name>
    <message numerus="yes">
        <source>Report · %n section(s)</source>
        <translation>
            <numerusform>Report · %n section</numerusform>
            <numerusform>Report · %n sections</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReportView</name>
    <message numerus="yes">
        <source>%n further line(s): save the report to read them</source>
        <translation>
            <numerusform>%n further line: save the report to read them</numerusform>
            <numerusform>%n further lines: save the report to read them</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RetrievalPage</name>
    <message numerus="yes">
        <source>%n coding(s)</source>
        <translation>
            <numerusform>%n coding</numerusform>
            <numerusform>%n codings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n excerpt(s)</source>
        <translation>
            <numerusform>%n excerpt</numerusform>
            <numerusform>%n excerpts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n source(s)</source>
        <translation>
            <numerusform>%n source</numerusform>
            <numerusform>%n sources</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ScoresPane</name>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n item</numerusform>
            <numerusform>%n items</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SearchPage</name>
    <message numerus="yes">
        <source>%n place(s)</source>
        <translation>
            <numerusform>%n place</numerusform>
            <numerusform>%n places</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n source(s)</source>
        <translation>
            <numerusform>%n source</numerusform>
            <numerusform>%n sources</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Code %n place(s) with…</source>
        <translation>
            <numerusform>Code %n place with…</numerusform>
            <numerusform>Code %n places with…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) coded with “{code}”.</source>
        <translation>
            <numerusform>%n place coded with “{code}”.</numerusform>
            <numerusform>%n places coded with “{code}”.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n had it already.</source>
        <translation>
            <numerusform>%n had it already.</numerusform>
            <numerusform>%n had it already.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SourceModel</name>
    <message numerus="yes">
        <source>%n coding(s)</source>
        <translation>
            <numerusform>%n coding</numerusform>
            <numerusform>%n codings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SourcesPage</name>
    <message numerus="yes">
        <source>%n source(s)</source>
        <translation>
            <numerusform>%n source</numerusform>
            <numerusform>%n sources</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n coding(s)</source>
        <translation>
            <numerusform>%n coding</numerusform>
            <numerusform>%n codings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n piece(s) of evidence</source>
        <translation>
            <numerusform>%n piece of evidence</numerusform>
            <numerusform>%n pieces of evidence</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n memo(s)</source>
        <translation>
            <numerusform>%n memo</numerusform>
            <numerusform>%n memos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SpeakerChoices</name>
    <message numerus="yes">
        <source>%n turn(s)</source>
        <translation>
            <numerusform>%n turn</numerusform>
            <numerusform>%n turns</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ThresholdsDialog</name>
    <message numerus="yes">
        <source>%n claim(s) would be judged otherwise:</source>
        <translation>
            <numerusform>%n claim would be judged otherwise:</numerusform>
            <numerusform>%n claims would be judged otherwise:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TreeEditing</name>
    <message numerus="yes">
        <source>%n code(s)</source>
        <translation>
            <numerusform>%n code</numerusform>
            <numerusform>%n codes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n coding(s)</source>
        <translation>
            <numerusform>%n coding</numerusform>
            <numerusform>%n codings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n excerpt(s) that nothing else points to</source>
        <translation>
            <numerusform>%n excerpt that nothing else points to</numerusform>
            <numerusform>%n excerpts that nothing else points to</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n memo(s)</source>
        <translation>
            <numerusform>%n memo</numerusform>
            <numerusform>%n memos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WordsPage</name>
    <message numerus="yes">
        <source>%n word(s) listed</source>
        <translation>
            <numerusform>%n word listed</numerusform>
            <numerusform>%n words listed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n running word(s)</source>
        <translation>
            <numerusform>%n running word</numerusform>
            <numerusform>%n running words</numerusform>
        </translation>
    </message>
</context>
</TS>