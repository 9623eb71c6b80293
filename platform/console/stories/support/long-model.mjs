/** An entity of the longest words that French administration has for things. */
const label = (fr, en) => ({ fr, en });

export const longModel = {
  "entities/commitment": {
    label: label(
      "Convention pluriannuelle d’accompagnement interprofessionnel",
      "Multi-year agreement on interprofessional accompaniment",
    ),
    plural: label(
      "Conventions pluriannuelles d’accompagnement interprofessionnel",
      "Multi-year agreements on interprofessional accompaniment",
    ),
    traits: ["party", "ownable"],
    name: "name",
    fields: {
      code: {
        type: "text",
        max: 80,
        required: true,
        label: label(
          "Numéro d’immatriculation administrative",
          "Administrative registration number",
        ),
      },
      name: {
        type: "text",
        max: 200,
        label: label(
          "Dénomination sociale complète du groupement",
          "Full legal name of the grouping",
        ),
      },
      guarantee: {
        type: "choice",
        label: label("Nature des garanties complémentaires", "Nature of supplementary guarantees"),
        options: {
          collective: {
            label: label(
              "Responsabilité civile professionnelle décennale",
              "Ten-year professional indemnity",
            ),
            color: "teal",
          },
        },
      },
      ceiling: {
        type: "money",
        currency: "EUR",
        label: label("Plafond d’indemnisation contractuel", "Contractual compensation ceiling"),
      },
      renewal: {
        type: "date",
        visible: 'guarantee == "collective"',
        label: label("Date de reconduction tacite", "Date of tacit renewal"),
      },
      parent: {
        type: "reference",
        to: "commitment",
        related: "branches",
        on_delete: "clear",
        label: label("Convention-cadre de rattachement", "Parent framework agreement"),
      },
      endorsement: {
        type: "text",
        max: 80,
        required: "parent != null",
        label: label("Référence de l’avenant de rattachement", "Reference of the endorsement"),
      },
      scan: {
        type: "file",
        max_size: 100_000,
        accept: ["application/pdf", "text/plain", "image/*"],
        label: label("Convention signée, numérisée et certifiée", "Signed agreement as scanned"),
      },
      portrait: {
        type: "image",
        max_size: 100_000,
        label: label("Emblème officiel du groupement", "Official emblem of the grouping"),
      },
      partners: {
        type: "multi_reference",
        to: "commitment",
        on_delete: "clear",
        label: label("Conventions partenaires associées", "Associated partner agreements"),
      },
    },
    views: {
      every: {
        label: label(
          "Toutes les conventions en cours d’instruction",
          "All agreements under examination",
        ),
        columns: ["name", "code", "guarantee", "ceiling", "renewal", "parent", "scan", "portrait"],
        kind: "table",
      },
      mine: {
        label: label(
          "Conventions dont je suis responsable administrativement",
          "Agreements for which I am administratively responsible",
        ),
        filter: "owner == me",
        columns: ["name", "code"],
        kind: "table",
      },
    },
    layout: {
      highlights: ["guarantee", "ceiling", "renewal", "parent"],
      tabs: [
        {
          label: label(
            "Renseignements administratifs généraux",
            "General administrative information",
          ),
          sections: [
            {
              label: label(
                "Identification et rattachement institutionnel",
                "Identification and institutional attachment",
              ),
              columns: 2,
              fields: [
                "name",
                "code",
                "guarantee",
                "ceiling",
                "renewal",
                "parent",
                "endorsement",
                "partners",
                "scan",
                "portrait",
              ],
            },
          ],
        },
        {
          label: label("Conventions subordonnées et avenants", "Subordinate agreements and riders"),
          related: ["branches"],
        },
      ],
    },
  },
};
