//! Logarithmic scales: equal steps are equal ratios.

/// The least ratio that an axis spans, so that noise is not drawn
/// as a mountain.
const LEAST: f64 = 4.0;

/// A scale from figures to places on a drawing.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Scale {
    low: f64,
    high: f64,
    start: f64,
    end: f64,
}

impl Scale {
    /// Returns the scale that takes all positive `figures` to
    /// places from `start` to `end`.
    pub(crate) fn around(
        figures: impl IntoIterator<Item = f64>,
        start: f64,
        end: f64,
    ) -> Self {
        let figures = figures.into_iter().filter(|it| *it > 0.0);
        let (mut low, mut high) = figures
            .fold((f64::INFINITY, 0.0_f64), |(low, high), it| {
                (low.min(it), high.max(it))
            });
        if low > high {
            (low, high) = (1.0, 1.0);
        }
        (low, high) = (low / 1.15, high * 1.15);
        let wider = (LEAST / (high / low)).max(1.0).sqrt();
        Self { low: low / wider, high: high * wider, start, end }
    }

    /// Returns the place of `figure`.
    pub(crate) fn place(&self, figure: f64) -> f64 {
        let whole = (self.high / self.low).ln();
        let figure = figure.clamp(self.low, self.high);
        let part = (figure / self.low).ln() / whole;
        self.start + part * (self.end - self.start)
    }

    /// Returns round figures on the scale, so many at the most.
    pub(crate) fn ticks(&self, most: usize) -> Vec<f64> {
        let first = self.low.log10().floor() as i32;
        let last = self.high.log10().ceil() as i32;
        let choices: [(&[f64], usize); 5] = [
            (&[1.0, 2.0, 5.0], 1),
            (&[1.0, 3.0], 1),
            (&[1.0], 1),
            (&[1.0], 2),
            (&[1.0], 3),
        ];
        let ticks = choices.map(|(steps, decades)| {
            let powers = (first..=last)
                .filter(|it| it.rem_euclid(decades as i32) == 0);
            let ticks = powers.flat_map(|power| {
                let unit = 10_f64.powi(power);
                steps.iter().map(move |step| step * unit)
            });
            let on_it =
                |it: &f64| (self.low..=self.high).contains(it);
            ticks.filter(on_it).collect::<Vec<_>>()
        });
        let fits = |it: &&Vec<f64>| it.len() <= most;
        ticks.iter().find(fits).unwrap_or(&ticks[4]).clone()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_ratios_are_equal_steps() {
        let scale = Scale::around([1.0, 100.0], 0.0, 200.0);
        let steps = [1.0, 10.0, 100.0].map(|it| scale.place(it));
        let (one, other) =
            (steps[1] - steps[0], steps[2] - steps[1]);
        assert!((one - other).abs() < 1e-9);
        assert_eq!(scale.ticks(4), [1.0, 10.0, 100.0]);
    }

    #[test]
    fn little_noise_is_drawn_as_little() {
        let scale = Scale::around([100.0, 101.0], 0.0, 200.0);
        assert!(scale.place(101.0) - scale.place(100.0) < 2.0);
    }

    #[test]
    fn ticks_are_few_enough() {
        for high in [1.1, 30.0, 1e4, 1e9] {
            let scale = Scale::around([1.0, high], 0.0, 200.0);
            let ticks = scale.ticks(5);
            assert!((1..=5).contains(&ticks.len()), "{ticks:?}");
        }
    }
}
