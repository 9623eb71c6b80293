package org.entente.metadata.value;

import static org.entente.metadata.value.Reading.done;
import static org.entente.metadata.value.Reading.read;
import static org.entente.metadata.value.Reading.told;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.metadata.model.FieldType;
import org.entente.metadata.model.FieldType.AddressType;
import org.entente.metadata.model.FieldType.BooleanType;
import org.entente.metadata.model.FieldType.ChoiceType;
import org.entente.metadata.model.FieldType.DateTimeType;
import org.entente.metadata.model.FieldType.DateType;
import org.entente.metadata.model.FieldType.DecimalType;
import org.entente.metadata.model.FieldType.EmailType;
import org.entente.metadata.model.FieldType.IntegerType;
import org.entente.metadata.model.FieldType.LongTextType;
import org.entente.metadata.model.FieldType.MoneyType;
import org.entente.metadata.model.FieldType.OnDelete;
import org.entente.metadata.model.FieldType.Option;
import org.entente.metadata.model.FieldType.PercentType;
import org.entente.metadata.model.FieldType.PhoneType;
import org.entente.metadata.model.FieldType.ReferenceType;
import org.entente.metadata.model.FieldType.TextType;
import org.entente.metadata.model.FieldType.TraitReferenceType;
import org.entente.metadata.model.FieldType.UrlType;
import org.entente.spi.Address;
import org.entente.spi.Money;
import org.entente.spi.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValueReaderTest {

    private static final ChoiceType CHOICE =
            new ChoiceType(
                    Map.of(
                            "draft",
                            new Option("k", "draft", Optional.empty(), Optional.empty(), false)));

    private static final List<FieldType> ALL =
            List.of(
                    new TextType(9),
                    new LongTextType(false),
                    new IntegerType(),
                    new DecimalType(9, 2),
                    new PercentType(),
                    new MoneyType(Optional.empty()),
                    new BooleanType(),
                    new DateType(),
                    new DateTimeType(),
                    CHOICE,
                    new EmailType(),
                    new PhoneType(),
                    new UrlType(),
                    new AddressType(),
                    new ReferenceType("user", Optional.empty(), OnDelete.RESTRICT),
                    new TraitReferenceType("party", Optional.empty(), OnDelete.RESTRICT));

    @Test
    void nullIsNothingForEveryType() {
        ALL.forEach(type -> assertEquals("nothing", told(null, type), type.keyword()));
    }

    @Test
    void aListIsRefusedForEveryType() {
        for (var type : ALL) {
            assertEquals("wrong_type", told(List.of("a"), type), type.keyword());
        }
    }

    @Test
    void anEmptyTextIsNothingWhereTextsAreHeldAndUnfitElsewhere() {
        var texts = List.of("text", "long_text", "email", "phone", "url");
        for (var type : ALL) {
            var nothing = told("", type).equals("nothing");
            assertEquals(texts.contains(type.keyword()), nothing, type.keyword());
        }
    }

    @Test
    void readsTextsInOneForm() {
        assertEquals("\u00e9t\u00e9", done("e\u0301t\u00e9", new TextType(3)));
        assertEquals("\ud83d\ude00\ud83d\ude00", done("\ud83d\ude00\ud83d\ude00", new TextType(2)));
        assertEquals("too_long", told("\ud83d\ude00\ud83d\ude00", new TextType(1)));
        assertEquals(" a ", done(" a ", new TextType(3)));
        assertEquals("wrong_type", told(3L, new TextType(3)));
        assertEquals("wrong_type", told(true, new TextType(3)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "a\ud800b", "\udc00", "a\u0007", "a\u007f", "a\u0085"})
    void refusesWhatCannotBeStoredOrSeen(String text) {
        assertEquals("invalid_value", told(text, new TextType(9)));
        assertEquals("invalid_value", told(text, new LongTextType(true)));
    }

    @Test
    void onlyLongTextsHaveLines() {
        assertEquals("invalid_value", told("a\nb", new TextType(9)));
        assertEquals("invalid_value", told("a\tb", new TextType(9)));
        assertEquals("a\nb\n\tc\nd", done("a\r\nb\n\tc\rd", new LongTextType(false)));
        assertEquals("too_long", told("a".repeat(100_001), new LongTextType(false)));
    }

    @Test
    void readsIntegersThatEveryClientCanHold() {
        var type = new IntegerType();
        assertEquals(3L, done(3L, type));
        assertEquals(3L, done(3, type));
        assertEquals(3L, done(3.0, type));
        assertEquals(300L, done(new BigDecimal("3E+2"), type));
        assertEquals(9007199254740991L, done(9007199254740991L, type));
        assertEquals(-9007199254740991L, done(BigInteger.valueOf(-9007199254740991L), type));
        assertEquals("out_of_range", told(9007199254740992L, type));
        assertEquals("out_of_range", told(new BigDecimal("1E+999999999"), type));
        assertEquals("wrong_type", told(3.5, type));
        assertEquals("wrong_type", told("3", type));
        assertEquals("out_of_range", told(Double.NaN, type));
    }

    @ParameterizedTest
    @CsvSource({
        "12.50, 12.5",
        "-0.00, 0",
        "+7, 7",
        "007.10, 7.1",
        "1234567.89, 1234567.89",
        "12.500, 12.5",
        "1200, 1200",
        "12.501, out_of_range",
        "12345678, out_of_range",
        "1e3, invalid_value",
        "'1,5', invalid_value",
        "' 1', invalid_value",
        ".5, invalid_value",
        "5., invalid_value",
        "NaN, invalid_value",
        "\u0661, invalid_value",
    })
    void readsDecimalsWithoutRounding(String wire, String told) {
        assertEquals(told, told(wire, new DecimalType(9, 2)));
    }

    @Test
    void readsDecimalsFromNumbersToo() {
        var type = new DecimalType(9, 2);
        assertEquals("12.5", told(12.5, type));
        assertEquals("12", told(12L, type));
        assertEquals("0.1", told(new BigDecimal("0.10"), type));
        assertEquals("out_of_range", told(0.001, type));
        assertEquals("out_of_range", told(new BigDecimal("1E+999999999"), type));
        assertEquals("out_of_range", told(Double.POSITIVE_INFINITY, type));
        assertEquals("wrong_type", told(true, type));
        assertEquals("0.125", told("0.125", new PercentType()));
        assertEquals("1", told(new BigDecimal("1.0"), new PercentType()));
        assertEquals("0", told("0.0", new DecimalType(1, 1)));
        assertEquals("out_of_range", told("1", new DecimalType(1, 1)));
    }

    @Test
    void readsMoney() {
        var any = new MoneyType(Optional.empty());
        var euros = new MoneyType(Optional.of("EUR"));
        assertEquals(
                new Money(new BigDecimal("12.5"), "USD"),
                done(Map.of("amount", "12.50", "currency", "USD"), any));
        assertEquals(new Money(new BigDecimal("12.5"), "EUR"), done(Map.of("amount", 12.5), euros));
        assertEquals(
                "currency_not_allowed/currency",
                told(Map.of("amount", "1", "currency", "USD"), euros));
        assertEquals("required/currency", told(Map.of("amount", "1"), any));
        assertEquals("required/amount", told(Map.of("currency", "EUR"), any));
        assertEquals(
                "invalid_value/currency", told(Map.of("amount", "1", "currency", "EURO"), any));
        assertEquals("wrong_type/currency", told(Map.of("amount", "1", "currency", 3), any));
        assertEquals("invalid_value/amount", told(Map.of("amount", "x", "currency", "EUR"), any));
        assertEquals(
                "out_of_range/amount", told(Map.of("amount", "0.0000001", "currency", "EUR"), any));
        assertEquals(
                "unknown_field/tax", told(Map.of("amount", "1", "currency", "EUR", "tax", 1), any));
        assertEquals("invalid_value/amount, required/currency", told(Map.of("amount", "x"), any));
        assertEquals("wrong_type", told("12.50", any));
    }

    @Test
    void readsNothingButTrueAndFalse() {
        assertEquals(true, done(true, new BooleanType()));
        assertEquals(false, done(false, new BooleanType()));
        for (Object wire : List.of("true", 1L, 0L, "yes")) {
            assertEquals("wrong_type", told(wire, new BooleanType()));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2026-05-01, 2026-05-01",
        "0001-01-01, 0001-01-01",
        "9999-12-31, 9999-12-31",
        "2024-02-29, 2024-02-29",
        "2026-02-29, invalid_value",
        "0000-01-01, invalid_value",
        "10000-01-01, invalid_value",
        "+2026-05-01, invalid_value",
        "2026-5-1, invalid_value",
        "01/05/2026, invalid_value",
        "2026-05-01T00:00:00Z, invalid_value",
    })
    void readsDates(String wire, String told) {
        assertEquals(told, told(wire, new DateType()));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-05-01T10:20:30Z, 2026-05-01T10:20:30Z",
        "2026-05-01T10:20Z, 2026-05-01T10:20:00Z",
        "2026-05-01T10:20:30.1234567+02:00, 2026-05-01T08:20:30.123456Z",
        "2026-05-01T23:20:30.9999999-05:30, 2026-05-02T04:50:30.999999Z",
        "0001-01-01T00:00:00Z, 0001-01-01T00:00:00Z",
        "0001-01-01T00:00:00+01:00, invalid_value",
        "9999-12-31T23:59:59-01:00, invalid_value",
        "2026-05-01T10:20:30, invalid_value",
        "2026-05-01 10:20:30Z, invalid_value",
        "2026-05-01, invalid_value",
        "2026-05-01T24:00:00Z, invalid_value",
        "2026-05-01T10:20:60Z, invalid_value",
        "2026-05-01T10:20:30+19:00, invalid_value",
        "2026-05-01T10:20:30Z[Europe/Paris], invalid_value",
    })
    void readsDateTimesToTheMicrosecond(String wire, String told) {
        assertEquals(told, told(wire, new DateTimeType()));
    }

    @Test
    void givesValuesOfTheClassesThatTypesName() {
        assertEquals(LocalDate.of(2026, 5, 1), done("2026-05-01", new DateType()));
        assertEquals(
                Instant.parse("2026-05-01T00:00:00Z"),
                done("2026-05-01T00:00:00Z", new DateTimeType()));
        assertEquals(new BigDecimal("12.5"), done("12.50", new DecimalType(9, 2)));
    }

    @Test
    void readsOptionsByTheirNames() {
        assertEquals("draft", done("draft", CHOICE));
        assertEquals("unknown_option", told("Draft", CHOICE));
        assertEquals("wrong_type", told(1L, CHOICE));
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        var values =
                Arrays.asList(
                        "x",
                        3L,
                        new BigDecimal("12.5"),
                        new Money(new BigDecimal("12.5"), "EUR"),
                        true,
                        LocalDate.of(2026, 5, 1),
                        Instant.parse("2026-05-01T10:20:30.123456Z"),
                        new Address("a", "b", "c", "d", "e", "FR"));
        var types =
                List.of(
                        new TextType(9),
                        new IntegerType(),
                        new DecimalType(9, 2),
                        new MoneyType(Optional.empty()),
                        new BooleanType(),
                        new DateType(),
                        new DateTimeType(),
                        new AddressType());
        for (int i = 0; i < values.size(); i++) {
            var wire = ValueWriter.write(values.get(i));
            assertEquals(Outcome.done(Optional.of(values.get(i))), read(wire, types.get(i)));
        }
    }
}
