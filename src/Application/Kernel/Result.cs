using System.Diagnostics.CodeAnalysis;

namespace Dashboard.Application.Kernel;

/// <summary>A value, or the <see cref="Failure"/> that stands in its place.</summary>
public readonly struct Result<T>
{
    private readonly T? value;

    private Result(T? value, Failure? failure)
    {
        this.value = value;
        Failure = failure;
    }

    public Failure? Failure { get; }

    [MemberNotNullWhen(false, nameof(Failure))]
    public bool Ok => Failure is null;

    public T Value => Failure is null ? value! : throw new InvalidOperationException($"There is no value: {Failure.Sentence}");

    public static implicit operator Result<T>(T value) => new(value, null);

    public static implicit operator Result<T>(Failure failure) => new(default, failure);
}

/// <summary>The value of a use case that has nothing to hand back.</summary>
public readonly record struct Done
{
    public static readonly Done Value;
}
