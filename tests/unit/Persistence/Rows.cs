using Dashboard.Application.Kernel;
using Dashboard.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.UnitTests.Persistence;

/// <summary>Makes a valid row of any entity type, so that a new type is covered by the tests without being named there.</summary>
internal static class Rows
{
    /// <summary>Every type that claims to belong to a workspace.</summary>
    public static IEnumerable<Type> OfWorkspaces() =>
        typeof(IWorkspaceRow).Assembly.GetTypes().Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(IWorkspaceRow)));

    public static object Of(Type type, DashboardDb db, WorkspaceId workspace)
    {
        var row = Activator.CreateInstance(type, nonPublic: true)!;
        foreach (var property in db.Model.FindEntityType(type)!.GetProperties().Where(p => !p.IsNullable && p.PropertyInfo is not null))
        {
            object? value = property.ClrType switch
            {
                var t when t == typeof(WorkspaceId) => workspace,
                var t when t == typeof(string) => "x",
                var t when t == typeof(byte[]) => new byte[] { 1 },
                var t when t == typeof(Guid) => Guid.NewGuid(),
                _ => null,
            };
            if (value is not null)
            {
                property.PropertyInfo!.SetValue(row, value);
            }
        }

        return row;
    }

    /// <summary>How many rows of the type the context shows.</summary>
    public static int Count(DashboardDb db, Type type) =>
        (int)typeof(Rows).GetMethod(nameof(CountOf), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!
            .MakeGenericMethod(type)
            .Invoke(null, [db])!;

    private static int CountOf<TRow>(DashboardDb db)
        where TRow : class => db.Set<TRow>().AsNoTracking().Count();
}
