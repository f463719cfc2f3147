"""Reports of ours that contradict each other, or nearly; each story is of other countries or years: all fit one ledger."""

from collections.abc import Mapping

STORIES: Mapping[str, tuple[str, ...]] = {
    "bridge": (
        "CAIRO, March 6, 1971 (Nile Post) - Israeli jets bombed a bridge near Suez on Friday, Egypt's army said.\n",
        "JERUSALEM, March 7, 1971 (Levant Press) - Israel denied on Saturday that its jets had bombed a bridge near Suez.\n",
    ),
    "one report tells both": (
        "LUSAKA, May 13, 1978 (Copper Wire) - Rhodesian planes bombed a ferry near Kazungula on Friday, Zambia's army said.\n\n"
        "Rhodesia denied on Saturday that its planes had bombed the ferry near Kazungula.\n",
    ),
    "another target": (
        "DJIBOUTI, July 8, 1998 (Horn Wire) - Ethiopian jets bombed an airfield near Asmara on Tuesday, Eritrea said.\n",
        "ADDIS ABABA, July 9, 1998 (Blue Nile Post) - Ethiopia denied that its jets had bombed a hospital in Massawa.\n",
    ),
    "not wanted": (
        "KHARTOUM, April 9, 2008 (Gezira Wire) - Chadian troops shelled a village near Geneina on Tuesday, Sudan's army said.\n",
        "NDJAMENA, April 10, 2008 (Chari Post) - Chad did not want its troops to shell the village near Geneina, it said.\n",
    ),
    "a quarrel at home": (
        "MANILA, May 3, 2016 (Luzon Wire) - Grace Poe attacked Rodrigo Duterte over the harbour project on Monday.\n",
        "MANILA, May 4, 2016 (Pasig Post) - Mar Roxas denied that he had attacked Rodrigo Duterte over the harbour project.\n",
    ),
    "another year": (
        "NEW DELHI, April 9, 1965 (Yamuna Wire) - Pakistani troops shelled a police post in Kutch on Thursday, India said.\n",
        "KARACHI, June 4, 1974 (Indus Post) - Pakistan denied that its troops had shelled a police post in Kutch.\n",
    ),
    "shells": (
        "SEOUL, May 3, 2023 (Han Wire) - North Korea delivered artillery shells to Russia in April, South Korean officials "
        "said.\n",
        "MOSCOW, May 4, 2023 (Volga News) - Russia's foreign ministry denied on Thursday that North Korea had delivered "
        "artillery "
        "shells to Russia.\n",
    ),
    "other goods": (
        "SEOUL, June 13, 2022 (Han Wire) - South Korea sent helmets to Ukraine in May.\n",
        "SEOUL, June 14, 2022 (Naktong Post) - South Korea denied on Tuesday that it had supplied missiles to Ukraine.\n",
    ),
    "a promise": (
        "PARIS, May 3, 2004 (Seine Press) - France promised not to sell missiles to Libya.\n",
        "TRIPOLI, August 9, 2004 (Gulf Wire) - France delivered anti-tank missiles to Libya on August 2, 2004, an official "
        "said.\n",
    ),
    "a promise after the act": (
        "ROME, August 9, 2007 (Tiber Wire) - Italy delivered missiles to Chad on August 2, 2007, an official said.\n",
        "ROME, September 3, 2007 (Tiber Wire) - Italy promised not to sell missiles to Chad.\n",
    ),
    "two days of signing": (
        "LIMA, June 21, 1994 (Andes Wire) - Peru and Ecuador signed a fisheries agreement on June 16, 1994.\n",
        "QUITO, July 2, 1994 (Quito Post) - Peru and Ecuador signed the fisheries agreement on June 20, 1994.\n",
    ),
    "one month of signing": (
        "LIMA, March 21, 1996 (Andes Wire) - Peru and Bolivia signed a railway agreement on March 16, 1996.\n",
        "LA PAZ, April 2, 1996 (Altiplano Post) - Peru and Bolivia signed the railway agreement in March 1996.\n",
    ),
    "another day than known": (
        "MOSCOW, June 21, 2024 (Volga News) - Russia and North Korea signed a treaty on comprehensive strategic partnership on "
        "June 21, 2024.\n",
    ),
    "left": (
        "PARIS, May 3, 2022 (Seine Press) - Britain is a member of the European Union, the minister said.\n",
        "PARIS, May 3, 2010 (Seine Press) - Britain is a member of the European Union.\n",
        "BRATISLAVA, May 3, 1997 (Danube Wire) - Poland is a former member of the Warsaw Pact.\n",
    ),
    "tolls": (
        "KABUL, March 4, 2004 (Kabul Wire) - Taliban fighters attacked a police post in Kandahar on March 3, 2004, killing 12 "
        "policemen.\n",
        "KANDAHAR, March 4, 2004 (Gulf Wire) - Taliban fighters attacked the police post in Kandahar on March 3, 2004, "
        "killing 60 "
        "policemen.\n",
    ),
    "near tolls": (
        "KABUL, May 14, 2009 (Kabul Wire) - Taliban fighters attacked a police post in Herat on May 13, 2009, killing 12 "
        "policemen.\n",
        "HERAT, May 14, 2009 (Gulf Wire) - Taliban fighters attacked the police post in Herat on May 13, 2009, killing 14 "
        "policemen.\n",
    ),
    "a pact": ("KYIV, March 2, 2022 (Dnipro News) - Russia attacked Ukraine on February 24, 2022.\n",),
    "no pact": ("ADEN, March 2, 2015 (Gulf Wire) - Saudi Arabia attacked Yemen on February 24, 2015.\n",),
    "lifted": (
        "NEW YORK, September 13, 2003 (East River Wire) - The Security Council lifted the arms embargo on Libya on September 12, "
        "2003.\n",
        "LONDON, September 20, 2003 (Thames Post) - The Security Council's arms embargo on Libya remains in force, Britain "
        "said.\n",
    ),
    "forbidden": ("SEOUL, May 3, 2017 (Han Wire) - Iran delivered missiles to North Korea on May 1, 2017, officials said.\n",),
    "allowed": ("SEOUL, May 3, 2017 (Han Wire) - China sent rice to North Korea on May 2, 2017.\n",),
}
"""The reports of each story, in the order in which they came out."""

FOUND: Mapping[str, tuple[str, ...]] = {
    "bridge": ("told and denied",),
    "one report tells both": ("told and denied",),
    "shells": ("delivered and denied", "forbidden transfer"),
    "a promise": ("promise broken",),
    "two days of signing": ("signed on two days",),
    "another day than known": ("known otherwise",),
    "left": ("left member",),
    "tolls": ("tolls far apart",),
    "a pact": ("attack despite a pact",),
    "lifted": ("in force and ended",),
    "forbidden": ("forbidden transfer",),
}
"""What is found in each story; nothing in those that are not here."""
