#include "bot/eval/logistic.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

namespace pomocnik::bot::eval {
namespace {

// Of the penalty: keeps weights finite where examples can be divided, and hardly moves what some hundred examples say of
// features of 0 to 1.
constexpr double kRidge = 0.03;
constexpr int kMostSteps = 100;
constexpr int kMostHalvings = 40;
constexpr double kSettled = 1e-9;  // gain of a step, in logarithms of likelihood

using Vector = std::vector<double>;
using Matrix = std::vector<Vector>;

double Target(const Example& example) { return example.label == Example::Label::kRight ? 1 : 0; }

// log(1 + exp(x)) without overflow.
double SoftPlus(double x) { return std::max(x, 0.0) + std::log1p(std::exp(-std::abs(x))); }

double Logit(const Logistic& model, const Vector& features) {
  double logit = model.intercept;
  for (std::size_t i = 0; i < features.size(); ++i) logit += model.weights[i] * features[i];
  return logit;
}

// The solution of a system with a symmetric positive definite matrix, by Cholesky's decomposition.
Vector Solve(Matrix matrix, Vector right) {
  const std::size_t size = right.size();
  for (std::size_t column = 0; column < size; ++column) {
    for (std::size_t i = 0; i < column; ++i) {
      for (std::size_t row = column; row < size; ++row) {
        matrix[row][column] -= matrix[row][i] * matrix[column][i];
      }
    }
    const double diagonal = std::sqrt(matrix[column][column]);
    for (std::size_t row = column; row < size; ++row) matrix[row][column] /= diagonal;
  }
  for (std::size_t row = 0; row < size; ++row) {
    for (std::size_t i = 0; i < row; ++i) right[row] -= matrix[row][i] * right[i];
    right[row] /= matrix[row][row];
  }
  for (std::size_t row = size; row-- > 0;) {
    for (std::size_t i = row + 1; i < size; ++i) right[row] -= matrix[i][row] * right[i];
    right[row] /= matrix[row][row];
  }
  return right;
}

// Fits the intercept and the weights of the features that are free.
class Newton {
 public:
  Newton(const std::vector<Example>& examples, std::vector<std::size_t> free)
      : examples_(examples), free_(std::move(free)) {}

  Logistic Climb(Logistic model) const {
    double loss = Loss(model);
    for (int step = 0; step < kMostSteps; ++step) {
      const Vector direction = Direction(model);
      double length = 1;
      Logistic next = Moved(model, direction, length);
      for (int i = 0; i < kMostHalvings && Loss(next) > loss; ++i) {
        length /= 2;
        next = Moved(model, direction, length);
      }
      const double next_loss = Loss(next);
      if (next_loss > loss - kSettled) break;
      model = std::move(next);
      loss = next_loss;
    }
    return model;
  }

 private:
  double Loss(const Logistic& model) const {
    double loss = 0;
    for (const Example& example : examples_) {
      const double logit = Logit(model, example.features);
      loss += SoftPlus(logit) - Target(example) * logit;
    }
    for (std::size_t feature : free_)
      loss += kRidge * model.weights[feature] * model.weights[feature] / 2;
    return loss;
  }

  // Against the gradient, by the curvature. Element 0 is the intercept's.
  Vector Direction(const Logistic& model) const {
    const std::size_t size = free_.size() + 1;
    Vector gradient(size, 0);
    Matrix curvature(size, Vector(size, 0));
    curvature[0][0] = 1e-9;  // stays invertible where all examples are certain
    for (std::size_t i = 1; i < size; ++i) {
      gradient[i] = kRidge * model.weights[free_[i - 1]];
      curvature[i][i] = kRidge;
    }
    Vector inputs(size, 1);
    for (const Example& example : examples_) {
      for (std::size_t i = 1; i < size; ++i) inputs[i] = example.features[free_[i - 1]];
      const double probability = model.Probability(example.features);
      const double spread = probability * (1 - probability);
      for (std::size_t row = 0; row < size; ++row) {
        gradient[row] += (probability - Target(example)) * inputs[row];
        for (std::size_t column = 0; column < size; ++column) {
          curvature[row][column] += spread * inputs[row] * inputs[column];
        }
      }
    }
    return Solve(std::move(curvature), std::move(gradient));
  }

  Logistic Moved(Logistic model, const Vector& direction, double length) const {
    model.intercept -= length * direction[0];
    for (std::size_t i = 0; i < free_.size(); ++i) {
      model.weights[free_[i]] -= length * direction[i + 1];
    }
    return model;
  }

  const std::vector<Example>& examples_;
  const std::vector<std::size_t> free_;
};

// Examples whose value is not the most frequent one.
std::size_t CountDifferent(const std::vector<Example>& examples, std::size_t feature) {
  std::map<double, std::size_t> counts;
  for (const Example& example : examples) ++counts[example.features[feature]];
  std::size_t most = 0;
  for (const auto& [value, count] : counts) most = std::max(most, count);
  return examples.size() - most;
}

// How far a weight is on the wrong side.
double Against(Effect effect, double weight) {
  if (effect == Effect::kRaises) return -weight;
  return effect == Effect::kLowers ? weight : 0;
}

}  // namespace

double Logistic::Probability(const std::vector<double>& features) const {
  return 1 / (1 + std::exp(-Logit(*this, features)));
}

Result<Logistic> FitLogistic(const std::vector<Example>& examples,
                             const std::vector<Effect>& effects, const Logistic& start) {
  const auto right = std::count_if(examples.begin(), examples.end(), [](const Example& example) {
    return example.label == Example::Label::kRight;
  });
  if (right == 0 || static_cast<std::size_t>(right) == examples.size()) {
    return Error::InvalidArgument(
        "a fit needs examples that are right and examples that are wrong");
  }
  Logistic model{0, start.weights};
  std::vector<std::size_t> free;
  for (std::size_t feature = 0; feature < effects.size(); ++feature) {
    if (CountDifferent(examples, feature) < kFewest) continue;
    free.push_back(feature);
    model.weights[feature] = 0;
  }
  for (;;) {
    model = Newton(examples, free).Climb(model);
    const auto worst = std::max_element(free.begin(), free.end(), [&](auto a, auto b) {
      return Against(effects[a], model.weights[a]) < Against(effects[b], model.weights[b]);
    });
    if (worst == free.end() || Against(effects[*worst], model.weights[*worst]) <= 0) return model;
    model.weights[*worst] = 0;
    free.erase(worst);
  }
}

Result<std::vector<double>> CrossValidate(const std::vector<Example>& examples,
                                          const std::vector<Effect>& effects, const Logistic& start,
                                          std::size_t folds) {
  std::map<std::string, std::size_t> fold_of_group;
  for (const Example& example : examples) {
    fold_of_group.emplace(example.group, fold_of_group.size() % folds);
  }
  std::vector<double> probabilities(examples.size(), 0);
  for (std::size_t fold = 0; fold < folds; ++fold) {
    std::vector<Example> others;
    for (const Example& example : examples) {
      if (fold_of_group[example.group] != fold) others.push_back(example);
    }
    ASSIGN_OR_RETURN(const Logistic model, FitLogistic(others, effects, start));
    for (std::size_t i = 0; i < examples.size(); ++i) {
      if (fold_of_group[examples[i].group] != fold) continue;
      probabilities[i] = model.Probability(examples[i].features);
    }
  }
  return probabilities;
}

}  // namespace pomocnik::bot::eval
