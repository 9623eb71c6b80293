@NullMarked
package org.entente.store.shape;

import org.jspecify.annotations.NullMarked;
