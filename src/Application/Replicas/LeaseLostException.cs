namespace Dashboard.Application.Replicas;

/// <summary>The work was taken over by another replica while this one was held up. Ends the work like a cancellation: it is in other hands.</summary>
public sealed class LeaseLostException : OperationCanceledException
{
    public LeaseLostException(string message)
        : base(message)
    {
    }

    public LeaseLostException()
    {
    }

    public LeaseLostException(string message, Exception cause)
        : base(message, cause)
    {
    }
}
