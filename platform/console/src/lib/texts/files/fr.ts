/** What fields that hold a file say. */
export const fr = {
  files: {
    choose: "{{field}}\u00a0: choisir un fichier",
    replace: "{{field}}\u00a0: remplacer le fichier",
    chooseShort: "Choisir un fichier",
    replaceShort: "Remplacer",
    orDrop: "ou déposez-le ici",
    remove: "Retirer {{name}}",
    stop: "Arrêter l’envoi de {{name}}",
    sending: "Envoi de {{name}}\u00a0: {{share}}",
    atMost: "{{size}} au plus",
    accepted: "{{types}}, {{size}} au plus",
    download: "Télécharger {{name}}",
    alt: "{{field}}\u00a0: {{name}}",
    tooLarge: "Ce fichier pèse {{size}}\u00a0: c’est plus que les {{max}} admis ici.",
    wrongType: "Ce genre de fichier n’est pas admis ici. Sont admis\u00a0: {{types}}.",
    isEmpty: "Ce fichier est vide.",
    other:
      "{{who}} a mis un autre fichier entre-temps\u00a0: {{name}}. Choisissez de nouveau pour le remplacer.",
    otherGone: "Le fichier a été retiré entre-temps. Choisissez de nouveau pour en mettre un.",
    somebody: "Quelqu’un",
    sent: "{{field}}\u00a0: {{name}}",
    removed: "{{name}} a été retiré",
    notRemoved: "{{name}} n’a pas été retiré\u00a0: {{why}}",
    back: "{{name}} est de retour",
    notSent:
      "La fiche est créée, mais «\u00a0{{name}}\u00a0» n’a pas pu être envoyé\u00a0: {{why}}",
    unreachable: "la liaison a été coupée",
    types: { image: "images", text: "textes", audio: "sons", video: "vidéos" },
  },
};
