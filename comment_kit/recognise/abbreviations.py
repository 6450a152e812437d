"""Know the words of citations that end with a period without ending a sentence."""

from __future__ import annotations

import re

# From the tables of the Indigo Book (T11, T12, T13, T16, T18) and everyday letters; all in lower case.
_LISTED = """
    acad acct accts adj adm admin admins adv advert aff affs agric alt am amend amends amer ann annot anon antiq app
    approp approps apps apr arb arch archs art arts assoc assocs atl aug aus auth auths auto autos aux ave bankr behav
    bd bds bhd bhds bibliog bio biotech bldg bldgs bros broad bull bur bus busn ca cal can cap caps cas cent cert certs
    cf ch chem chron chs cir circ civ cl clev clin cls cmt cmts cnty co col coal coll colls colo com comm comms comp
    compar comps comput con concil condo conf confs cong congr conn consol const constr contemp cont conv coop coops
    corp corps corr corrs cosm coun couns crim ct ctr ctrs cts cult cust cyber dec decs def defs deg del delinq dem dep
    dept depts derv det dev devs dig digs dir dirs disc discrim disp dist distrib distribs dists div divs doc docs dr
    econ econs ed eds educ educs elec electr emp emps enforcement eng engr engrs ent enter enters env envtl equal equip
    est ests et eur ex exch exchs exec execs exp explor expl exps ext fac fam farm feb fed feds fid fig figs fin fla fn
    fns found founds ft furn ga gaz gen gend geo glob govt govts grad grp grps guar gym hon hosp hosps hous hum hwy id
    ill immigr imp improvements inc incl indem indep indus info infra ins inst insts int intell interp inv invs jan jr
    jud jul jun juris just juv kan ky la lab labs legis legisl lib libs liab litig ll loc loy ltd mach mag maint mar
    math md mech med mem merch metro mfg mfr mfrs mgmt mich mil min minn misc miss mkt mktg mkts mo mod mont mortg mr
    mrs ms mt mun muns mut nat natl neb negl nev nn no nos nov oct off offs okla op ops opt org orgs pa pac par para
    paras parl pat patt pats perf pers petrol pg pgs pharm phil phila phys pmbl pol polit pp pract preced prelim prepd
    prep pres prin priv prob probs proc procs prod prods prof profs prop props prot psych psychol pt pts pub publ publg
    publs pubs pwr q rcd rd rec recs ref refs reg regl regs rehab rel rels relig rep repl reprod reps res resch
    resol resp rest retd retr rev revs rptr rsch rschs rts rul sav savs sch schs sci scis sec secs sen sent sep sept
    seq ser sers serv servs
    sess sig sm soc socs solic solics sol spec sr st sta stan stat stats std stds stud studs sub subcomm subcomms subdiv
    subsec supp supps sur surg surv sw symp sys tbl tbls tech techs tel telecomm telecomms telegr temp tenn tex text
    theol therm tit tits tr trademark trans transcon transp treas treatise trs trib tribs tripl tues twp unempl unif
    unit univ univs unpubl util utils va vand vet vol vols vs vt wash wed wis wkly wl wm wyo yrs
    al approx cfr e.g e.i etc ibid i.e n nts p resp rulemaking v viz
"""

# Words that end sentences as often as they are cut short; only a signal or *Id.* behind them tells.
_WHOLE_WORDS = frozenset(
    {"enforcement", "equal", "farm", "improvements", "treatise", "unit", "rulemaking", "trademark"}
)

ABBREVIATIONS = frozenset(_LISTED.split()) - _WHOLE_WORDS
"""Without their periods."""

_LAST_WORD = re.compile(r"[^\W_][\w'.&-]*$")
_ROMAN = re.compile(r"(?:Part|Section|Chapter|Title|Article|art|pt|ch) [IVX]$")
# "12 Harv. J.L. & Tech. 345": behind a volume stands a journal.
_VOLUME = re.compile(r"\b\d{1,3} $")
_LONGEST = 40


def ends_abbreviation(text: str, period: int) -> bool:
    """Return whether the period at ``period`` of ``text`` may belong to the word before it."""
    before = text[max(period - _LONGEST, 0) : period]
    found = _LAST_WORD.search(before)
    if not found:
        return False
    word = found[0]
    if word[0].isupper() and _VOLUME.search(before, 0, found.start()):
        return True
    if len(word) == 1:
        return word.isalpha() and not _ROMAN.search(before)
    return word[-1].isalpha() and ("." in word or word.casefold() in ABBREVIATIONS)
