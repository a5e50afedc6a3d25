"""The recipe of training."""

from dataclasses import dataclass, field

from tools.recogniser.train.augment import Noise


@dataclass(frozen=True, slots=True)
class Recipe:
    """Everything that decides what is learned."""

    epochs: int = 4
    """Passes over the annotated corpora."""
    open_share: float = 0.3
    """Share of the open sets seen in each pass."""
    open_weight: float = 0.6
    """Weight of their loss."""
    size: int = 192
    """Pieces in a window."""
    batch: int = 2048
    """Pieces in a batch, about."""
    rate: float = 2.5e-4
    """Highest learning rate of the top layer."""
    head_rate: float = 1e-3
    """Highest learning rate of the heads and of the case rows."""
    decay: float = 0.9
    """Factor of the learning rate from layer to layer, downwards."""
    weight_decay: float = 0.01
    """AdamW's."""
    warm_up: float = 0.08
    """Share of steps with a rising rate."""
    kind_weight: float = 0.3
    """Weight of the kind's loss."""
    dropout: float = 0.1
    """In the encoder and before the heads."""
    conventions: bool = True
    """Whether the network is told which corpora mark literal toponyms only."""
    seed: int = 13
    """Of every random number."""
    noise: Noise = field(default_factory=Noise)
    """Noise."""
