package org.entente.metadata.value;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Countries by their code and by their French and English names. */
final class Countries {

    private static final Map<String, String> BY_NAME = names();

    /** Names in use that the JDK does not give; folded as {@link #folded} does. */
    private static final Map<String, String> ALSO = also();

    private Countries() {}

    /** The ISO 3166-1 alpha-2 code of a code or name; case and accents do not matter. */
    static Optional<String> code(String text) {
        var folded = folded(text);
        return Optional.ofNullable(BY_NAME.get(folded))
                .or(() -> Optional.ofNullable(ALSO.get(folded)));
    }

    private static Map<String, String> names() {
        var names = new HashMap<String, String>();
        var withoutParentheses = new HashMap<String, String>();
        for (var code : Locale.getISOCountries()) {
            var country = Locale.of("", code);
            for (var language : List.of(Locale.FRENCH, Locale.ENGLISH)) {
                var name = country.getDisplayCountry(language);
                names.put(folded(name), code);
                withoutParentheses.putIfAbsent(folded(name.replaceAll("\\(.*\\)", "")), code);
            }
            names.put(folded(country.getISO3Country()), code);
        }
        for (var code : Locale.getISOCountries()) {
            names.put(folded(code), code);
        }
        withoutParentheses.forEach(names::putIfAbsent);
        return Map.copyOf(names);
    }

    private static Map<String, String> also() {
        var also = new HashMap<String, String>();
        put(also, "GB", "UK", "Great Britain", "Britain", "England", "Scotland", "Wales");
        put(also, "GB", "Northern Ireland", "Angleterre", "Grande-Bretagne", "Écosse");
        put(also, "GB", "Pays de Galles", "Irlande du Nord");
        put(also, "US", "U.S.A.", "U.S.", "United States of America", "America");
        put(also, "US", "États-Unis d’Amérique", "Amérique");
        put(also, "NL", "Holland", "The Netherlands", "Hollande");
        put(also, "CZ", "Czech Republic", "République tchèque");
        put(also, "RU", "Russian Federation", "Fédération de Russie");
        put(also, "KR", "Korea", "Republic of Korea", "Corée");
        put(also, "IE", "Eire", "Republic of Ireland", "République d’Irlande");
        put(also, "MK", "Macedonia", "Macédoine");
        put(also, "TR", "Turkey", "Turquie");
        put(also, "CI", "Ivory Coast", "Côte d'Ivoire");
        put(also, "CN", "People’s Republic of China", "République populaire de Chine");
        put(also, "TW", "Taïwan");
        put(also, "VN", "Viet Nam", "Viêt Nam");
        put(also, "SZ", "Swaziland");
        put(also, "MM", "Burma", "Birmanie");
        put(also, "VA", "Vatican", "Holy See", "Saint-Siège");
        put(also, "AE", "UAE", "Émirats arabes unis");
        put(also, "CD", "DR Congo", "RDC", "République démocratique du Congo");
        put(also, "CG", "Republic of the Congo", "République du Congo");
        put(also, "BO", "Bolivia", "Bolivie");
        put(also, "SY", "Syria", "Syrie");
        put(also, "LA", "Laos");
        put(also, "MD", "Moldova", "Moldavie");
        put(also, "CV", "Cabo Verde", "Cap-Vert");
        put(also, "BA", "Bosnia", "Bosnie");
        put(also, "HK", "Hong Kong");
        put(also, "MO", "Macao", "Macau");
        put(also, "PS", "Palestine");
        return Map.copyOf(also);
    }

    private static void put(Map<String, String> names, String code, String... more) {
        for (var name : more) {
            names.put(folded(name), code);
        }
    }

    /** Letters and digits alone, small, without accents; {@code St.} and {@code &} written out. */
    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replace("œ", "oe")
                .replace("&", " and ")
                .replaceAll("\\bst\\b\\.?", "saint")
                .replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
