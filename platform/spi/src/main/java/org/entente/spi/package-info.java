/**
 * The nouns that every part of Entente shares, and who is asking.
 *
 * <p>Nothing here knows a database, HTTP, a container or a plugin framework. All types are
 * immutable and free of null.
 */
@NullMarked
package org.entente.spi;

import org.jspecify.annotations.NullMarked;
