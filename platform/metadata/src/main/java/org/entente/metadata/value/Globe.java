package org.entente.metadata.value;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entente.spi.GeoPoint;
import org.entente.spi.Outcome;
import org.entente.spi.Problem;
import org.entente.spi.ProblemCode;
import org.jspecify.annotations.Nullable;

/** Reads and writes places: degrees as numbers, which so few decimals pass through unharmed. */
final class Globe {

    private static final int DECIMALS = 7;
    private static final Set<String> PARTS = Set.of("lat", "lon");

    private Globe() {}

    static Outcome<GeoPoint> read(Object wire) {
        if (!(wire instanceof Map<?, ?> parts)) {
            return Refusals.wrongType("geo");
        }
        var problems = new ArrayList<Problem>(Parts.unknown(parts, PARTS));
        var latitude = Parts.value(Refusals.at("lat", degrees(parts.get("lat"), 90)), problems);
        var longitude = Parts.value(Refusals.at("lon", degrees(parts.get("lon"), 180)), problems);
        return latitude.isPresent() && longitude.isPresent() && problems.isEmpty()
                ? Outcome.done(new GeoPoint(latitude.get(), longitude.get()))
                : Outcome.refused(List.copyOf(problems));
    }

    private static Outcome<BigDecimal> degrees(@Nullable Object wire, int most) {
        if (wire == null) {
            return Refusals.of(ProblemCode.REQUIRED, Map.of());
        }
        return Numbers.decimal(wire, 3 + DECIMALS, DECIMALS)
                .then(degrees ->
                        degrees.abs().compareTo(BigDecimal.valueOf(most)) <= 0
                                ? Outcome.done(degrees)
                                : Refusals.of(
                                        ProblemCode.OUT_OF_RANGE,
                                        Map.of("min", -most, "max", most)));
    }

    static Map<String, Object> write(GeoPoint point) {
        var written = new LinkedHashMap<String, Object>();
        written.put("lat", plain(point.latitude()));
        written.put("lon", plain(point.longitude()));
        return Collections.unmodifiableMap(written);
    }

    private static BigDecimal plain(BigDecimal degrees) {
        return degrees.scale() < 0 ? degrees.setScale(0) : degrees;
    }
}
