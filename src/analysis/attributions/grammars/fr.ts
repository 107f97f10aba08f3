/** French: verb inverted behind what is said, "selon", compound past with "avoir". */
import { type Grammar, phrases, stems, words } from "./grammar.js";

const ER = words(
  `déclar affirm ajout expliqu soulign précis assur racont rapport insist réitér confi témoign
   martel rétorqu résum détaill not rappel indiqu conclu signal lanc regrett prévi`,
);
const ER_ACT = words(`annonc confirm dénonc accus révél évoqu critiqu réclam exhort`);
const ER_THAT = words(
  `estim jug pens suggér conseill comment nuanc développ souffl lâch argu plaid analys ironis soupir demand cri déplor dénonc avou martel observ recommand`,
);
const regular = (list: ReadonlySet<string>): string[] =>
  [...list].flatMap((stem) => [`${stem}e`, `${stem}ent`, `${stem}ait`, `${stem}a`, `${stem}é`]);

export const FRENCH: Grammar = {
  say: new Set([
    ...regular(ER),
    ...words(
      `dit disent disait répond répondu répondait écrit écrivait averti avertit avertissent prévenu
       prévient soutient soutenu maintient conclut relève relevé répète répété promet promis`,
    ),
  ]),
  act: new Set([
    ...regular(ER_ACT),
    ...words(
      "dément démenti démentent appelle appelé appellent admet admis reconnaît reconnu rejette rejeté annonçait plaide plaidé prône",
    ),
  ]),
  that: new Set([
    ...regular(ER_THAT),
    ...words(
      "juge jugé poursuit poursuivait poursuivi reprend renchérit rappelle rappellent rappelait prévenait s'exclame croit considère considéré constate constaté prévoit prévu craint espère",
    ),
  ]),
  participles: words(
    `déclaré affirmé ajouté expliqué souligné précisé assuré raconté rapporté insisté réitéré confié
     témoigné martelé rétorqué résumé détaillé noté rappelé indiqué conclué signalé lancé regretté
     répondu averti prévenu soutenu relevé répété promis annoncé confirmé dénoncé accusé révélé évoqué
     critiqué réclamé exhorté démenti appelé admis reconnu rejeté estimé jugé pensé suggéré considéré
     constaté prévu plaidé`,
  ),
  auxiliaries: words("a ont avait avaient ait eut aura"),
  negations: words("ne n' pas jamais rien aucun"),
  conditions: words("si s'"),
  adverbs: words(
    `aussi également encore déjà ensuite enfin pourtant notamment ainsi toutefois cependant
     récemment donc alors se s' l' le la les lui leur y en me nous vous `,
  ),
  times: words(
    `lundi mardi mercredi jeudi vendredi samedi dimanche hier aujourd'hui demain janvier février mars
     avril mai juin juillet août septembre octobre novembre décembre matin soir`,
  ),
  determiners: words(
    "le la les l' un une des du ce cet cette ces son sa ses leur leurs plusieurs certains certaines deux trois quelques",
  ),
  links: words("de du des d' chargé chargée"),
  prepositions: words(
    "à au aux dans en sur sous par pour avec sans chez vers contre entre depuis après avant lors pendant devant malgré selon auprès via face",
  ),
  openers: words(
    "que qu' qui dont où quand lorsque et mais ou car alors tandis puisque parce si comme",
  ),
  as: words("comme que qu'"),
  opensContent: words("que qu'"),
  pronouns: words("il elle ils elles"),
  nobody: words("on ce cela ceci ça tout personne nul"),
  according: phrases(
    "selon, d'après, d' après, à en croire, de source, de sources, de l'aveu de, aux yeux de",
  ),
  asides: phrases(
    "quant à elle, quant à lui, quant à eux, de son côté, pour sa part, à son tour, lui aussi, elle aussi",
  ),
  accordingBehind: words(""),
  citing: phrases("citant, qui cite, en citant"),
  titles: stems(
    `minist président premier premi[eè]re secrétaire porte directeur directrice chef cheffe député
     sénat maire préfet général colonel juge procureur avocat professeur docteur m\\.?$ mme mlle mm
     roi reine prince ambassadeur patron leader responsable commissaire économiste`,
  ),
  people: stems(
    `source responsable expert analyst témoin habitant observateur diplomate économist militant
     critique partisan opposant manifestant médecin enseignant avocat porte minist président directeur
     directrice maire préfet procureur chef autorités officiel élu syndicalist chercheu spécialist
     journalist victime survivant riverain agricult premier secrétaire commissaire député général`,
  ),
  bodies: stems(
    `gouvernement ministère armée police parquet présidence parlement parti opposition syndicat
     organisation association commission conseil tribunal cour banque union mouvement groupe
     entreprise société ong comité fédération direction préfecture mairie coalition état ambassade
     institut observatoire administration gendarmerie élysée `,
  ),
  documents: stems(
    "communiqué rapport déclaration lettre étude texte document enquête sondage note",
  ),
  outlets: stems(
    "agence quotidien journal chaîne radio magazine hebdomadaire télévision média site presse",
  ),
  dropsSubject: false,
  capitalNouns: false,
  capitalTimes: false,
  keepsAccents: true,
};
