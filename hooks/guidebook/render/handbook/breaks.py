"""Where Latvian words break that pyphen's dictionary breaks wrongly: mostly compounds and prefixes.

Each entry is the beginning of words in every inflection. Within it only its own hyphens count, also one
at its end; behind it those of the dictionary. Without hyphens a beginning does not break. The longest entry that fits
is taken.
"""

STARTS = """
    audio-ie aug-stā auto-trans bez-darb-nie būv-in dalīb-val darb-nī darb-vie demo-krā dia-gram dien-vid-āf
    drossinternet dārz-ko eko-sko ekrān-uz eks-port-spē foto-gra foto-grā gala-pro gri-bas-spēk ietvar-struk
    ilg-ter ilgt-spē info-gra infra-struk instru inter-ak izpild-aģen jaun-iz jopro- jāsa-gla jāsa-snie kai-miņ-at
    kon-takt-per kon-takt-se kon-trol-sa kop-strā lie-to-tāj-vār līdz- līdze līdzi līdzā līdzī maz-no-dro
    meis-tar-kla meln-gaiļ-sko meln-rak migrant mij-ie-dar mik-ro-kva mik-ro-za mult-fil mēr-ķa mēr-ķi mēr-ķu
    mērķ-au mērķ-tie mūž-iz nakts-mīt nepa-slik nepie-klā nepie-slē nepiln-ga nesa-pra nesa-pro nofoto-gra
    part-ner-sko paš- pašķir piln-ga piln-tie piln-vei piln-vēr pilot-pro pro-gram prob-lēm-si reflek rind-ko
    skat-punk star-pī starp- starp-niek-or-ga tieš-rai tieš-sais tirdz-nie tostarp trans-port-lī tālāk-iz
    video-zva vie-no vie-nād vie-nī vies-ģi-me virs-mēr virs-rak vis-pār-iz-glī vārd-nī ārkār-tē ģeo-grā ūdens-ap
    ūdens-saim
"""
