package org.entente.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entente.launcher.demo.Chunk;
import org.entente.launcher.demo.Key;
import org.entente.launcher.demo.Lane;
import org.entente.launcher.demo.Values;
import org.entente.launcher.demo.Volume;
import org.entente.launcher.demo.atlas.AtlasVolume;
import org.entente.launcher.demo.horizon.HorizonVolume;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

final class VolumesTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);
    private static final Volume HORIZON = HorizonVolume.on(TODAY);
    private static final Volume ATLAS = AtlasVolume.on(TODAY);
    private static final List<String> MAIL_HOSTS =
            List.of(".example", "example.org", "example.net", "example.com");

    static List<String> tenants() {
        return List.of("horizon", "atlas");
    }

    private record Made(String entity, ObjectNode values) {}

    private static Stream<Made> records(String tenant) {
        return volume(tenant).lanes().stream()
                .flatMap(lane ->
                        lane.chunks().stream()
                                .flatMap(chunk -> chunk.records().get().stream())
                                .map(values -> new Made(lane.entity(), values.node())));
    }

    private static int count(String tenant, String entity) {
        return volume(tenant).lanes().stream()
                .filter(lane -> lane.entity().equals(entity))
                .mapToInt(Lane::size)
                .sum();
    }

    @Test
    void isAsLargeAsPromised() {
        assertBetween(4_900, 5_300, count("horizon", "person"));
        assertBetween(7_000, 8_500, count("horizon", "contract"));
        assertBetween(2_200, 3_000, count("horizon", "claim"));
        assertBetween(12_000, 16_000, count("horizon", "interaction"));
        assertBetween(900, 1_050, count("atlas", "organization"));
        assertEquals(20_000, count("atlas", "order"));
        assertBetween(45_000, 55_000, count("atlas", "order_line"));
    }

    private static void assertBetween(int low, int high, int count) {
        assertTrue(
                low <= count && count <= high, () -> count + " is not from " + low + " to " + high);
    }

    @ParameterizedTest
    @MethodSource("tenants")
    void isTheSameForTheSameDayAndAnotherForAnother(String tenant) {
        assertEquals(digest(volume(tenant, TODAY)), digest(volume(tenant)));
        assertNotEquals(digest(volume(tenant, TODAY.plusDays(1))), digest(volume(tenant)));
    }

    private static Volume volume(String tenant) {
        return tenant.equals("horizon") ? HORIZON : ATLAS;
    }

    private static Volume volume(String tenant, LocalDate day) {
        return tenant.equals("horizon") ? HorizonVolume.on(day) : AtlasVolume.on(day);
    }

    private static int digest(Volume volume) {
        return volume.lanes().stream()
                .flatMap(lane -> lane.chunks().stream())
                .flatMap(chunk -> chunk.records().get().stream())
                .mapToInt(values -> values.node().hashCode())
                .reduce(0, (sum, hash) -> 31 * sum + hash);
    }

    /** A lane stands behind what it needs, and no chunk is larger than the API takes. */
    @ParameterizedTest
    @MethodSource("tenants")
    void everyReferenceLeadsToARecordThatIsCreatedBefore(String tenant) throws IOException {
        var there = handWritten(tenant);
        var made = new HashMap<String, Integer>();
        for (var lane : volume(tenant).lanes()) {
            for (var chunk : lane.chunks()) {
                assertTrue(chunk.size() <= Chunk.MOST);
                for (var need : chunk.needs()) {
                    assertTrue(made.getOrDefault(need.entity(), 0) >= need.chunks(), need.entity());
                }
                var records = chunk.records().get();
                assertEquals(chunk.size(), records.size());
                records.forEach(values ->
                        keys(values.node())
                                .forEach(key -> assertTrue(there.contains(key), key::toString)));
                records.forEach(values -> there.addAll(owns(lane.entity(), values.node())));
                made.merge(lane.entity(), 1, Integer::sum);
            }
        }
    }

    private static Set<Key> handWritten(String tenant) throws IOException {
        var folder = new TenantFolder(Path.of("../../tenants").resolve(tenant));
        var keys = new HashSet<Key>();
        for (var user : folder.users()) {
            keys.add(Key.user(user.path("email").asString()));
        }
        for (var batch : folder.batches()) {
            batch.values().forEach(values -> keys.addAll(owns(batch.entity(), values)));
        }
        return keys;
    }

    private static Set<Key> owns(String entity, JsonNode values) {
        return values.properties().stream()
                .filter(property -> property.getValue().isString())
                .map(property -> new Key(entity, property.getKey(), property.getValue().asString()))
                .collect(Collectors.toSet());
    }

    private static List<Key> keys(ObjectNode values) {
        var keys = new ArrayList<Key>();
        for (var property : values.properties()) {
            var by = property.getValue().path("by");
            by.properties()
                    .forEach(part ->
                            keys.add(
                                    new Key(
                                            property.getValue().path("entity").asString(),
                                            part.getKey(),
                                            part.getValue().asString())));
        }
        return keys;
    }

    @ParameterizedTest
    @MethodSource("tenants")
    void givesNoUniqueValueTwice(String tenant) throws IOException {
        var unique =
                Set.of(
                        "number",
                        "code",
                        "member_number",
                        "employee_number",
                        "registration_number",
                        "orias_number");
        var taken = new HashSet<>(handWritten(tenant));
        records(tenant)
                .flatMap(made -> owns(made.entity(), made.values()).stream())
                .filter(key -> unique.contains(key.field()))
                .forEach(key -> assertTrue(taken.add(key), key::toString));
    }

    @ParameterizedTest
    @MethodSource("tenants")
    void usesOnlyPhonesThatAreTakenAndHostsThatAreNobodys(String tenant)
            throws NumberParseException {
        var phones = PhoneNumberUtil.getInstance();
        var refused = new HashSet<String>();
        for (var made : records(tenant).toList()) {
            var phone = made.values().path("phone").asString("");
            if (!phone.isEmpty() && !phones.isValidNumber(phones.parse(phone, null))) {
                refused.add(phone.substring(0, phone.length() - 3));
            }
            var mail = made.values().path("email").asString("");
            assertTrue(
                    mail.isEmpty()
                            || (mail.matches("[a-z0-9.-]+@[a-z0-9.-]+")
                                    && MAIL_HOSTS.stream().anyMatch(mail::endsWith)),
                    mail);
        }
        assertEquals(Set.of(), refused);
    }

    @ParameterizedTest
    @MethodSource("tenants")
    void leavesNoNameInATextUnfilled(String tenant) {
        var unfilled = Pattern.compile("[{][a-z]+}|~");
        records(tenant)
                .map(made -> made.values().toString())
                .forEach(text -> assertFalse(unfilled.matcher(text).find(), text));
    }

    @ParameterizedTest
    @MethodSource("tenants")
    void datesFitEachOtherAndTheDay(String tenant) {
        records(tenant).forEach(made -> assertTrue(fits(made), made::toString));
    }

    private static boolean fits(Made made) {
        var values = made.values();
        return switch (made.entity()) {
            case "person" ->
                    ordered(values, "birth_date", "member_since") && past(values, "member_since");
            case "claim" ->
                    ordered(values, "occurred_on", "reported_on") && past(values, "reported_on");
            case "contract" -> ordered(values, "starts", "ends") && contract(values);
            case "premium_notice" ->
                    past(values, "paid_on")
                            && values.has("paid_on")
                                    == values.path("status").asString().equals("paid");
            case "order" ->
                    ordered(values, "ordered_on", "shipped_on")
                            && past(values, "shipped_on")
                            && order(values);
            case "interaction" -> values.path("at").asString().compareTo(TODAY.toString()) < 0;
            default -> true;
        };
    }

    private static boolean contract(ObjectNode values) {
        var status = values.path("status").asString();
        var over =
                values.has("ends")
                        && values.path("ends").asString().compareTo(TODAY.toString()) < 0;
        return switch (status) {
            case "ended" -> over;
            case "draft" -> !values.has("ends");
            default -> !over && past(values, "starts");
        };
    }

    private static boolean order(ObjectNode values) {
        return switch (values.path("status").asString()) {
            case "shipped", "delivered" -> values.has("shipped_on");
            default -> !values.has("shipped_on");
        };
    }

    private static boolean ordered(ObjectNode values, String earlier, String later) {
        return !values.has(earlier)
                || !values.has(later)
                || values.path(earlier).asString().compareTo(values.path(later).asString()) <= 0;
    }

    private static boolean past(ObjectNode values, String field) {
        return !values.has(field) || values.path(field).asString().compareTo(TODAY.toString()) <= 0;
    }

    /** Every text of a list is read by somebody, and values are what was put in. */
    @Test
    void leavesOutWhatIsEmpty() {
        var values = new Values().text("a", "").money("b", 0).date("c", null).owner(null).node();
        assertEquals("{\"owner\":null}", values.toString());
    }
}
