package org.entente.server.body;

import org.jspecify.annotations.Nullable;

/**
 * A JSON document as a plain tree: maps, lists, texts, numbers, booleans and null, in order.
 *
 * @param tree whole numbers are {@link Integer}, {@link Long} or {@link java.math.BigInteger},
 *     others {@link java.math.BigDecimal}
 */
public record JsonBody(@Nullable Object tree) {}
