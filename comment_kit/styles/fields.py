"""The fields that a form may ask of any entry; one that an entry lacks prints nothing."""

_BIBLATEX = """
    abstract addendum afterword annotation annotator author booksubtitle booktitle booktitleaddon chapter commentator
    date doi edition editor eid entrysubtype eprint eprintclass eprinttype eventdate eventtitle foreword holder
    howpublished institution introduction isbn issn issue issuetitle journal journaltitle keywords language library
    location mainsubtitle maintitle maintitleaddon month note number organization origdate pages pagetotal part
    publisher pubstate series shortauthor shorteditor shorthand shortjournal shortseries shorttitle subtitle title
    titleaddon translator type url urldate venue version volume volumes year
"""
_OURS = """
    archiveurl cfrpage cfrpart cfrsection cfrtitle cfryear chamber commentid congress court docket frdate frdoc frpage
    frpages frvolume hereinafter jurisdiction page recipient reporter rin section sender session shortinstitution site
    stage statpage statvolume uscsection usctitle uscyear wl
    revoked revokedby superseded supersededby withdrawn withdrawnby finalized finalizedby
"""

KNOWN_FIELDS = frozenset((_BIBLATEX + _OURS).split())
