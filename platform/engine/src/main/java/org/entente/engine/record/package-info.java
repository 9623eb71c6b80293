/** Records: read, written, and each write told as a change. */
@NullMarked
package org.entente.engine.record;

import org.jspecify.annotations.NullMarked;
