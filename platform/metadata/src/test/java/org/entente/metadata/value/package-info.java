@NullMarked
package org.entente.metadata.value;

import org.jspecify.annotations.NullMarked;
