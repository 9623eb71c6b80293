package org.entente.launcher.demo.atlas;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.entente.launcher.demo.Dice;
import org.entente.launcher.demo.Key;
import org.entente.launcher.demo.Values;

/** Who speaks for the firms. */
final class Contacts {
    private static final int FIRST_CODE = 1_001;
    private static final List<String> TITLES =
            List.of(
                    "Buyer",
                    "Owner",
                    "Chef",
                    "Head of purchasing",
                    "Accounts payable",
                    "Managing director",
                    "Food and beverage manager",
                    "Shop manager",
                    "Sous-chef",
                    "Warehouse");
    private static final Map<String, String> LANGUAGES =
            Map.of(
                    "FR", "fr", "DE", "de", "AT", "de", "ES", "es", "IT", "it", "NL", "nl", "PT",
                    "pt", "PL", "pl");

    /** A person of a firm. */
    record Contact(String code, String given, String family, Firm firm) {
        Key key() {
            return new Key("person", "code", code);
        }
    }

    private final TradeNames names;
    private final Dice dice = Dice.of("atlas contacts");
    private final List<Contact> contacts = new ArrayList<>();
    private final List<Values> values = new ArrayList<>();

    Contacts(TradeNames names, List<Firm> firms) {
        this.names = names;
        for (var firm : firms) {
            var count = dice.one(List.of(1, 1, 1, 1, 2, 2, 3));
            for (var i = 0; i < count; i++) {
                add(firm);
            }
        }
    }

    private void add(Firm firm) {
        var given = names.given(firm.country(), dice);
        var family = names.family(firm.country(), dice);
        var contact = new Contact("C" + (FIRST_CODE + contacts.size()), given, family, firm);
        contacts.add(contact);
        var person =
                new Values()
                        .text("code", contact.code())
                        .text("first_name", given)
                        .text("last_name", family)
                        .text("job_title", dice.chance(0.9) ? dice.early(TITLES) : "")
                        .text("language", LANGUAGES.getOrDefault(firm.country(), "en"))
                        .refer("organization", firm.key())
                        .owner(firm.account().seller().owner());
        if (dice.chance(0.9)) {
            person.text("email", firm.mail(given, family));
        }
        if (dice.chance(0.6)) {
            person.text("phone", firm.reach().address().town().phoneNumber(dice));
        }
        values.add(person);
    }

    List<Contact> all() {
        return List.copyOf(contacts);
    }

    List<Values> values() {
        return List.copyOf(values);
    }
}
