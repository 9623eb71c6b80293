@NullMarked
package org.entente.engine.check;

import org.jspecify.annotations.NullMarked;
