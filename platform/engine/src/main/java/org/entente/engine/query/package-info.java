/** Questions about records: planned once for every surface, with rights inside. */
@NullMarked
package org.entente.engine.query;

import org.jspecify.annotations.NullMarked;
