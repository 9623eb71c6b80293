@NullMarked
package org.entente.engine.access;

import org.jspecify.annotations.NullMarked;
