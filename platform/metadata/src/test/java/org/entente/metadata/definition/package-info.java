@NullMarked
package org.entente.metadata.definition;

import org.jspecify.annotations.NullMarked;
