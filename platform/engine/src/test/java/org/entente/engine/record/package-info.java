@NullMarked
package org.entente.engine.record;

import org.jspecify.annotations.NullMarked;
