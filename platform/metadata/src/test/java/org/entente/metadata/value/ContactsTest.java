package org.entente.metadata.value;

import static org.entente.metadata.value.Reading.done;
import static org.entente.metadata.value.Reading.told;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.LinkedHashMap;
import java.util.Map;
import org.entente.metadata.model.FieldType.AddressType;
import org.entente.metadata.model.FieldType.EmailType;
import org.entente.metadata.model.FieldType.PhoneType;
import org.entente.metadata.model.FieldType.UrlType;
import org.entente.spi.Address;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContactsTest {

    @ParameterizedTest
    @CsvSource({
        "a@b.fr, a@b.fr",
        "Jean.Dupont+x@EXEMPLE.FR, Jean.Dupont+x@exemple.fr",
        "o'neil@mail.example.com, o'neil@mail.example.com",
        "\u00e9l\u00e8ve@\u00e9cole.fr, \u00e9l\u00e8ve@\u00e9cole.fr",
        "a@b, invalid_value",
        "@b.fr, invalid_value",
        "a@, invalid_value",
        "a b@c.fr, invalid_value",
        "a@b@c.fr, invalid_value",
        ".a@b.fr, invalid_value",
        "a.@b.fr, invalid_value",
        "a..b@c.fr, invalid_value",
        "a@b..fr, invalid_value",
        "a@-b.fr, invalid_value",
        "a@b.f, invalid_value",
        "a@127.0.0.1, invalid_value",
        "Jean <a@b.fr>, invalid_value",
        "' a@b.fr', invalid_value",
    })
    void readsEmailAddresses(String wire, String told) {
        assertEquals(told, told(wire, new EmailType()));
    }

    @Test
    void refusesAnEndlessEmailAddressAtOnce() {
        assertEquals("too_long", told("a".repeat(300) + "@b.fr", new EmailType()));
        assertEquals("invalid_value", told("a".repeat(65) + "@b.fr", new EmailType()));
        assertEquals("invalid_value", told("a@" + "b.".repeat(120) + "!", new EmailType()));
    }

    @ParameterizedTest
    @CsvSource({
        "01 42 68 53 00, +33142685300",
        "+33 1 42 68 53 00, +33142685300",
        "0033142685300, +33142685300",
        "(+44) 20 7946 0958, +442079460958",
        "06.12.34.56.78, +33612345678",
        "12, invalid_value",
        "call me, invalid_value",
        "+99912345678, invalid_value",
        "01 42 68 53 00 ext. 3, invalid_value",
    })
    void readsPhoneNumbersAsOfTheTenantsCountry(String wire, String told) {
        assertEquals(told, told(wire, new PhoneType()));
    }

    @ParameterizedTest
    @CsvSource({
        "https://example.org, https://example.org",
        "HTTP://example.org/a?b=c#d, HTTP://example.org/a?b=c#d",
        "http://localhost:9080/x, http://localhost:9080/x",
        "https://m\u00fcller.example/\u00e9, https://m\u00fcller.example/\u00e9",
        "http://[::1]/, http://[::1]/",
        "http://a_b.example, http://a_b.example",
        "ftp://example.org, invalid_value",
        "javascript:alert(1), invalid_value",
        "//example.org, invalid_value",
        "www.example.org, invalid_value",
        "http://, invalid_value",
        "http:///path, invalid_value",
        "https://user:secret@example.org, invalid_value",
        "https://m\u00fcller@example.org, invalid_value",
        "https://exa mple.org, invalid_value",
    })
    void readsWebAddresses(String wire, String told) {
        assertEquals(told, told(wire, new UrlType()));
    }

    @Test
    void readsAddresses() {
        var wire = new LinkedHashMap<String, @Nullable Object>();
        wire.put("street", "1 rue de la Paix");
        wire.put("line2", "");
        wire.put("postal_code", "75002");
        wire.put("region", null);
        wire.put("country", "france");
        assertEquals(
                new Address("1 rue de la Paix", null, "75002", null, null, "FR"),
                done(wire, new AddressType()));
        assertEquals("invalid_value", told(Map.of("street", ""), new AddressType()));
        assertEquals("invalid_value", told(Map.of(), new AddressType()));
        assertEquals("unknown_field/zip", told(Map.of("zip", "1"), new AddressType()));
        assertEquals(
                "wrong_type/city, invalid_value/country",
                told(Map.of("city", 3, "country", "Atlantis"), new AddressType()));
        assertEquals("wrong_type/country", told(Map.of("country", 33), new AddressType()));
        assertEquals("wrong_type", told("1 rue de la Paix", new AddressType()));
    }
}
