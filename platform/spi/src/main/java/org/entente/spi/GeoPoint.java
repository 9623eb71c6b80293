package org.entente.spi;

import java.math.BigDecimal;

/**
 * A place on the globe, WGS 84.
 *
 * @param latitude degrees north, -90 to 90
 * @param longitude degrees east, -180 to 180
 */
public record GeoPoint(BigDecimal latitude, BigDecimal longitude) {

    private static final BigDecimal POLE = BigDecimal.valueOf(90);
    private static final BigDecimal HALF_ROUND = BigDecimal.valueOf(180);

    public GeoPoint {
        if (latitude.abs().compareTo(POLE) > 0 || longitude.abs().compareTo(HALF_ROUND) > 0) {
            throw new IllegalArgumentException("a latitude or longitude beyond its range");
        }
        latitude = latitude.stripTrailingZeros();
        longitude = longitude.stripTrailingZeros();
    }
}
