package org.entente.launcher.demo;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The values of one record as the API takes them; what is null or empty is left out. */
public final class Values {
    private final ObjectNode node = JsonNodeFactory.instance.objectNode();

    public Values text(String name, String value) {
        if (!value.isEmpty()) {
            node.put(name, value);
        }
        return this;
    }

    public Values number(String name, long value) {
        node.put(name, value);
        return this;
    }

    public Values flag(String name, boolean value) {
        node.put(name, value);
        return this;
    }

    public Values date(String name, @Nullable LocalDate value) {
        return value == null ? this : text(name, value.toString());
    }

    public Values instant(String name, Instant value) {
        return text(name, value.toString());
    }

    /** Two digits after the point. */
    public Values decimal(String name, long hundredths) {
        return text(name, BigDecimal.valueOf(hundredths, 2).toPlainString());
    }

    /** Euros; nothing when there are no cents at all. */
    public Values money(String name, long cents) {
        if (cents != 0) {
            node.putObject(name)
                    .put("amount", BigDecimal.valueOf(cents, 2).toPlainString())
                    .put("currency", "EUR");
        }
        return this;
    }

    public Values refer(String name, @Nullable Key key) {
        if (key != null) {
            node.putObject(name)
                    .put("entity", key.entity())
                    .putObject("by")
                    .put(key.field(), key.value());
        }
        return this;
    }

    /** Without an owner the record would belong to whoever loads it. */
    public Values owner(@Nullable Key user) {
        if (user == null) {
            node.putNull("owner");
            return this;
        }
        return refer("owner", user);
    }

    public Values address(String name, Address address) {
        var town = address.town();
        var object = node.putObject(name).put("street", address.street());
        if (!address.line2().isEmpty()) {
            object.put("line2", address.line2());
        }
        object.put("postal_code", town.postalCode())
                .put("city", town.city())
                .put("country", town.country());
        return this;
    }

    public ObjectNode node() {
        return node;
    }
}
